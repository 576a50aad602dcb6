/** Where the journeys' own host listens; another port with E2E_PORT. */
export const port = Number(process.env['E2E_PORT'] ?? 5331);
export const hostAddress = `http://localhost:${port}`;
export const adminPassword = 'Journeys-in-Chromium-2026!';
