#!/usr/bin/env bash
# Sourced by run.sh and test.sh: finds or installs what they need. Nothing here runs twice to harm.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

need_dotnet() {
  command -v dotnet >/dev/null || { echo "The .NET SDK 10 is missing: https://dotnet.microsoft.com/download" >&2; exit 1; }
  dotnet --list-sdks | grep -q '^10\.' || { echo "The .NET SDK 10 is needed; here is: $(dotnet --list-sdks | tr '\n' ' ')" >&2; exit 1; }
}

need_node() {
  command -v node >/dev/null && command -v npm >/dev/null || { echo "Node.js 20.19 or later with npm is missing: https://nodejs.org" >&2; exit 1; }
  node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' \
    || { echo "Node.js 20.19 or later is needed; here is $(node --version)" >&2; exit 1; }
}

# The UI's packages, again only when their list changed.
need_ui_packages() {
  need_node
  local ui="$root/angular-ui" mark="$root/angular-ui/node_modules/.installed-for"
  [ -f "$mark" ] && cmp -s "$mark" "$ui/package-lock.json" && return
  echo "Installing the UI's packages…"
  (cd "$ui" && npm ci --no-fund --no-audit --loglevel=error)
  cp "$ui/package-lock.json" "$mark"
}

# Builds the UI if it was never built or one of its sources is newer.
need_ui() {
  need_ui_packages
  local ui="$root/angular-ui" built="$root/angular-ui/dist/browser/index.html"
  if [ -f "$built" ] && [ -z "$(find "$ui/src" "$ui/tools" "$ui/angular.json" "$ui/package-lock.json" -newer "$built" -not -name _icons.scss -print -quit)" ]; then return; fi
  echo "Building the UI…"
  (cd "$ui" && npm run --silent build >/dev/null)
}

# Publishes the host into the folder $host if that was never done or one of its sources is newer. Where the ahead-of-time compiler is to be had,
# nearly everything is compiled already when the host starts; elsewhere it starts slower.
need_host() {
  host="$root/artifacts/standins/host"
  local project="$root/src/PartnerCrm.Host/PartnerCrm.Host.csproj" mark="$host/.published" quiet=(-v q -nologo -clp:ErrorsOnly)
  if [ -f "$mark" ] && [ -z "$(find "$root"/{src,etc/foundation,angular-ui/dist/browser,global.json,Directory.*} -newer "$mark" -print -quit 2>/dev/null)" ]; then return; fi
  echo "Building PartnerCrm…"
  rm -rf "$host"
  if [ "$(uname -sm)" != "Linux x86_64" ] || ! dotnet restore "$project" "${quiet[@]}" -p:PublishReadyToRun=true; then
    dotnet publish "$project" -c Release -o "$host" "${quiet[@]}"
  else
    dotnet publish "$project" -c Release -o "$host" "${quiet[@]}" --no-restore -r linux-x64 --self-contained false -p:PublishReadyToRun=true
  fi
  touch "$mark"
}

# need_packages PACKAGE…: installs the Debian packages that are missing, as root or through sudo.
need_packages() {
  local missing=() package as_root=()
  for package in "$@"; do dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package"); done
  [ ${#missing[@]} -eq 0 ] && return
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "Missing Debian packages: ${missing[*]}. Install them as root: apt-get install ${missing[*]}" >&2; exit 1; }
    as_root=(sudo)
  fi
  echo "Installing: ${missing[*]}"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}
