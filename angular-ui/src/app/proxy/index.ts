import * as Clearance from './clearance';
import * as Contracts from './contracts';
import * as Engagement from './engagement';
import * as Host from './host';
import * as Mail from './mail';
import * as Meetings from './meetings';
import * as Partners from './partners';
import * as Sources from './sources';
export { Clearance, Contracts, Engagement, Host, Mail, Meetings, Partners, Sources };
