// Renews src/app/proxy with ABP's own generator from a running host (HOST, or http://localhost:5080).
import { spawnSync } from 'node:child_process';

const host = process.env.HOST ?? 'http://localhost:5080';
const made = spawnSync('npx', ['--no-install', 'ng', 'generate', '@abp/ng.schematics:proxy-add', '--module', 'crm', '--api-name', 'default', '--source', 'partner-crm', '--target', 'partner-crm', '--url', host, '--defaults'], { stdio: 'inherit' });
process.exit(made.status ?? 1);
