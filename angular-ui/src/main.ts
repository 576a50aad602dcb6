import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { handAnswerBack } from './app/host/leaving';

if (!handAnswerBack()) bootstrapApplication(App, appConfig).catch((error: unknown) => console.error(error));
