import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { adminPassword, hostAddress, port } from './host';

/** Starts the real host on a fresh database in practice mode, and gives back how to stop it. */
export default async function start(): Promise<() => Promise<void>> {
  const root = resolve(__dirname, '../..');
  const data = mkdtempSync(join(tmpdir(), 'partnercrm-e2e-'));
  const program = process.env['E2E_HOST'] ?? join(root, 'artifacts/standins/bin/PartnerCrm.Host/release/PartnerCrm.Host.dll');
  const host = spawn('dotnet', [program], {
    cwd: join(root, 'src/PartnerCrm.Host'),
    env: {
      ...process.env, ASPNETCORE_ENVIRONMENT: 'Development', Demo__Enabled: 'true', PORT: String(port), PARTNERCRM_DATA: data,
      PARTNERCRM_ADMIN_PASSWORD: adminPassword, PARTNERCRM_CLIENT_SECRET: adminPassword,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [host.stdout, host.stderr]) stream.on('data', (text: Buffer) => { said = (said + text.toString()).slice(-8000); });
  const ended = new Promise<void>(end => host.once('exit', () => end()));

  const stop = async () => {
    host.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  for (const until = Date.now() + 60_000; ; ) {
    if (await fetch(`${hostAddress}/health`).then(answer => answer.ok, () => false)) return stop;
    if (host.exitCode !== null || Date.now() > until) {
      await stop();
      throw new Error(`The host did not start. It said:\n${said}`);
    }
    await new Promise(wait => setTimeout(wait, 200));
  }
}
