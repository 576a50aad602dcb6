#!/usr/bin/env bash
# Sets everything up and starts PartnerCrm in demo mode on http://localhost:5080. Ctrl-C stops it; the data stays.
#   PORT                         another port
#   PARTNERCRM_DATA              another data folder (default: .data in the repository)
#   PARTNERCRM_ADMIN_PASSWORD    the admin's password (default: generated once, kept in the data folder)
#   PARTNERCRM_DEMO_PASSWORD     the demo colleagues' password (default: likewise)
#   PARTNERCRM_CLIENT_SECRET     the demo client's secret (default: likewise)
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
need_dotnet
need_ui
need_host

export PORT="${PORT:-5080}"
export PARTNERCRM_DATA="${PARTNERCRM_DATA:-$root/.data}"
mkdir -p "$PARTNERCRM_DATA"
chmod 700 "$PARTNERCRM_DATA"
PARTNERCRM_DATA="$(cd "$PARTNERCRM_DATA" && pwd)"

# secret NAME FILE: from the environment, else from the data folder, else made up and kept there, readable by its owner only.
secret() {
  local given="${!1:-}" file="$PARTNERCRM_DATA/$2"
  if [ -z "$given" ]; then
    # The fixed tail meets the password rules: an upper-case letter, a lower-case letter, a digit and a sign.
    [ -f "$file" ] || (umask 077; printf '%saA1!' "$(head -c 24 /dev/urandom | base64 | tr -d '+/=')" > "$file")
    given="$(cat "$file")"
  fi
  export "$1=$given"
}
secret PARTNERCRM_ADMIN_PASSWORD admin-password
secret PARTNERCRM_DEMO_PASSWORD demo-password
secret PARTNERCRM_CLIENT_SECRET demo-client-secret

cat <<EOF

PartnerCrm starts on   http://localhost:$PORT        (Ctrl-C stops it)
  administrator        admin  /  $PARTNERCRM_ADMIN_PASSWORD
  demo colleagues      robin, toni  /  $PARTNERCRM_DEMO_PASSWORD
  API client           partnercrm-demo  /  $PARTNERCRM_CLIENT_SECRET
  data                 $PARTNERCRM_DATA
  the story            etc/demo.sh  (in another terminal)
This is practice mode: mail is kept, never sent, and you answer as the contact.

EOF

cd "$host"
export ASPNETCORE_ENVIRONMENT=Development Demo__Enabled=true
# A third less work at the start, and less memory: here is practice on one's own machine. In production the runtime's guard over its own code stays on.
export DOTNET_EnableWriteXorExecute=0
exec dotnet PartnerCrm.Host.dll
