#!/usr/bin/env bash
# Measures the product and prints a Markdown table: etc/bench/run.sh [engine|timers|escalations|import|search|start|ui …]
source "$(dirname "${BASH_SOURCE[0]}")/../setup.sh"
need_dotnet
need_packages postgresql chromium-headless-shell
need_ui >&2
need_host >&2
export PARTNERCRM_BENCH_HOST="$host"
cd "$root"
dotnet build etc/bench/PartnerCrm.Bench.csproj -c Release -v q -nologo -clp:ErrorsOnly >&2
exec artifacts/standins/bin/PartnerCrm.Bench/release/PartnerCrm.Bench "$@"
