#!/usr/bin/env bash
# Sets up and passes every test. The last line is "N passed, N failed" over all suites.
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
need_dotnet
# PostgreSQL: production's database. Postfix: its smtp-sink is the mail server of the SMTP tests. curl and jq: etc/demo.sh.
# chromium-headless-shell: the journeys through the UI.
need_packages postgresql postfix curl jq chromium-headless-shell

cd "$root"
dotnet build PartnerCrm.sln -c Release -v q -nologo -clp:ErrorsOnly
need_ui

passed=0 failed=0 status=0
for suite in PartnerCrm.StandIns.Tests PartnerCrm.Tests PartnerCrm.Host.Tests; do
  echo "== $suite"
  log="$(mktemp)"
  "artifacts/standins/bin/$suite/release/$suite" -noColor 2>&1 | tee "$log" || status=1
  # xunit's own closing line: "   PartnerCrm.Tests  Total: 12, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0, Time: 1.2s"
  line="$(grep -E 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+' "$log" | tail -n 1 || true)"
  if [ -z "$line" ]; then
    echo "$suite ended without a summary" >&2
    failed=$((failed + 1)) status=1
  else
    number() { sed -E "s/.*$1: ([0-9]+).*/\1/" <<<"$line"; }
    bad=$(($(number Errors) + $(number Failed)))
    failed=$((failed + bad))
    passed=$((passed + $(number Total) - $(number Failed) - $(number Skipped)))
    [ "$bad" -eq 0 ] || status=1
  fi
  rm -f "$log"
done

# count PASSED FAILED FILE: what a suite's JSON report says; a missing report is a failure.
count() {
  if [ ! -s "$3" ]; then
    echo "$3 was not written" >&2
    failed=$((failed + 1)) status=1
    return
  fi
  passed=$((passed + $(jq "$1" "$3")))
  failed=$((failed + $(jq "$2" "$3")))
}
reports="$(mktemp -d)"
echo "== angular-ui: units"
(cd angular-ui && npm run --silent test -- --reporters=json --reporters=default --output-file="$reports/units.json") || status=1
count .numPassedTests .numFailedTests "$reports/units.json"

echo "== angular-ui: journeys"
(cd angular-ui && E2E_REPORT="$reports/journeys.json" npm run --silent e2e) || status=1
count .stats.expected '.stats.unexpected + .stats.flaky' "$reports/journeys.json"
rm -rf "$reports"

echo "$passed passed, $failed failed"
exit $status
