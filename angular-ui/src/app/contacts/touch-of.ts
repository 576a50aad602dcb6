import { Channel } from '../proxy/contracts/channel.enum';
import { Direction } from '../proxy/contracts/direction.enum';
import type { RecordTouchpointInput } from '../proxy/engagement/models';
import { TouchKind } from '../proxy/engagement/touch-kind.enum';

export type Written = 'note' | 'call' | 'meeting' | 'mail';

/** What was written down, as the host records it; the moment is one already, or none. Their mail is an answer; a call is one whoever rang. */
export function touchOf(kind: Written, fromThem: boolean, summary: string, at: string): RecordTouchpointInput {
  const direction = fromThem ? Direction.FromThem : Direction.FromUs;
  const common = { summary, at: at || null, isInterested: false };
  switch (kind) {
    case 'note': return { ...common, channel: Channel.Internal, direction: Direction.FromUs, kind: TouchKind.Note };
    case 'call': return { ...common, channel: Channel.Phone, direction, kind: TouchKind.Call };
    case 'meeting': return { ...common, channel: Channel.Meeting, direction: Direction.FromThem, kind: TouchKind.MeetingHeld };
    case 'mail': return { ...common, channel: Channel.Email, direction, kind: fromThem ? TouchKind.PersonalReply : TouchKind.Mail };
  }
}
