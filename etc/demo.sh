#!/usr/bin/env bash
# Plays the story against a started host (etc/run.sh) over HTTP, and prints each step.
#   PORT, PARTNERCRM_DATA, PARTNERCRM_CLIENT_SECRET   as for etc/run.sh
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
need_packages curl jq
host="http://localhost:${PORT:-5080}"
data="${PARTNERCRM_DATA:-$root/.data}"
secret="${PARTNERCRM_CLIENT_SECRET:-$(cat "$data/demo-client-secret" 2>/dev/null || true)}"
[ -n "$secret" ] || { echo "No client secret: start etc/run.sh first, or set PARTNERCRM_CLIENT_SECRET." >&2; exit 1; }

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
fail() { echo "The story stopped: $*" >&2; exit 1; }
token="$(curl -sf "$host/connect/token" -d grant_type=client_credentials -d client_id=partnercrm-demo --data-urlencode "client_secret=$secret" -d scope=PartnerCrm | jq -r .access_token)" \
  || fail "no token. Is the host running on $host?"

# call METHOD PATH [JSON]: prints the answer; an error ends the story with its sentence.
call() {
  local out status
  out="$(curl -s -w '\n%{http_code}' -X "$1" "$host/api/crm/$2" -H "Authorization: Bearer $token" -H 'Accept-Language: en' ${3+-H 'Content-Type: application/json' -d "$3"})"
  status="${out##*$'\n'}"
  out="${out%$'\n'*}"
  if [ "$status" -ge 400 ]; then echo "$1 $2 → $status: $(jq -r '.error.message // .' <<<"$out" 2>/dev/null || echo "$out")" >&2; return 1; fi
  printf '%s' "$out"
}
# refused METHOD PATH JSON: the call must be refused; prints the sentence.
refused() {
  local out status
  out="$(curl -s -w '\n%{http_code}' -X "$1" "$host/api/crm/$2" -H "Authorization: Bearer $token" -H 'Accept-Language: en' -H 'Content-Type: application/json' -d "$3")"
  status="${out##*$'\n'}"
  [ "$status" -ge 400 ] || fail "$1 $2 should have been refused, and was not"
  jq -r --arg status "$status" '"  refused (\($status)): \(.error.message)"' <<<"${out%$'\n'*}"
}
# until_true SECONDS PATH JQ: asks until the expression gives something, and prints that.
until_true() {
  local end=$((SECONDS + $1)) found
  while [ $SECONDS -lt $end ]; do
    found="$(call GET "$2")" || fail "$2 could not be read"
    found="$(jq -r "$3 // empty" <<<"$found")"
    [ -z "$found" ] || { printf '%s' "$found"; return; }
    sleep 0.3
  done
  fail "nothing came of $2 ($3) in $1 s"
}
upload() { curl -sf "$host/api/crm/imports" -H "Authorization: Bearer $token" "$@" | jq -r .id; }
follow_up() { until_true 30 "follow-ups?ownerId=$1&relationshipId=$2&kind=$3&maxResultCount=10" '.items[0].id'; }

say "1  Two files come back from a seminar"
linkedin="$(upload -F source=LinkedInArchive -F "file=@$(ls "$root"/etc/demo-data/*.zip | head -1)")" || fail "the LinkedIn archive was not taken"
zoom="$(upload -F source=EventAttendees -F 'eventName=Data for small manufacturers' -F eventDate=2026-11-12 -F "file=@$root/etc/demo-data/attendee-report.csv")" || fail "the attendee report was not taken"
for import in "$linkedin" "$zoom"; do
  until_true 60 "imports/$import" 'select(.status=="Ready" or .status=="Failed").status' >/dev/null
  call GET "imports/$import" | jq -r '"  \(.fileName): \(.summary)", (.problems[:4][] | "    row \(.row): \(.sentence)")'
done

say "2  Candidates, each with what is known; nothing is picked"
call GET "imports/$zoom/candidates?maxResultCount=6" | jq -r '.items[] | "  \(.firstName) \(.lastName), \(.organisationName // "–") · \(.reasons | join("; "))"'

colleagues="$(call GET 'colleagues?maxResultCount=100')"
robin="$(jq -r '.items[] | select(.userName=="robin").id' <<<"$colleagues")"
toni="$(jq -r '.items[] | select(.userName=="toni").id' <<<"$colleagues")"
playbook="$(call GET 'playbooks?maxResultCount=100' | jq -r '[.items[] | select(.name | test("seconds"))][0].id')"

# Whom to pick, of those whom nobody has picked: in both files, with an address, at a British company. Then somebody at another one, and a colleague of the first.
people="$(call GET "imports/$zoom/candidates?maxResultCount=1000" | jq -c '[.items[] | select(.hasEmail and .pickedAt == null and .ownerName == null and (.isSuppressed | not) and .country == "GB" and (.organisationName // "" | test("Ltd|Limited|LLP|PLC"; "i")))]')"
first="$(jq -c '. as $all | [.[] | select((.elsewhere | length) > 0 and (.organisationName as $o | [$all[] | select(.organisationName == $o)] | length) > 1)][0] // empty' <<<"$people")"
[ -n "$first" ] || fail "the demo data has nobody left who fits the first part: the story is played once on a database. For another time start etc/run.sh with a new PARTNERCRM_DATA"
house="$(jq -r .organisationName <<<"$first")"
second="$(jq -c --arg house "$house" '[.[] | select(.organisationName != $house)][0] // empty' <<<"$people")"
colleague="$(jq -c --arg house "$house" --arg id "$(jq -r .id <<<"$first")" '[.[] | select(.organisationName == $house and .id != $id)][0] // empty' <<<"$people")"
name() { jq -r '"\(.firstName) \(.lastName)"' <<<"$1"; }

say "3  Robin picks $(name "$first") and $(name "$second")"
call POST "imports/$zoom/picks" "$(jq -nc --argjson a "$first" --argjson b "$second" --arg o "$robin" --arg p "$playbook" '{candidateIds: [$a.id, $b.id], ownerId: $o, playbookId: $p}')" | jq -r '"  \(.picked) picked; they are contacts now, and their escalations wait in the queue"'
relationship() { until_true 30 "relationships?ownerId=$2&maxResultCount=1000" "[.items[] | select(.contactName == \"$(name "$1")\")][0].id"; }
a="$(relationship "$first" "$robin")"
b="$(relationship "$second" "$robin")"
contact_a="$(call GET "relationships/$a" | jq -r .contactId)"
contact_b="$(call GET "relationships/$b" | jq -r .contactId)"

say "4  A social touch, by hand; then: did they answer there?"
for r in "$a" "$b"; do
  touch="$(follow_up "$robin" "$r" SocialTouch)"
  call GET "follow-ups/$touch" | jq -r '"  \(.title)\n    text to copy: \(.suggestedText | split("\n") | join(" ") | .[0:160])…"'
  call POST "follow-ups/$touch/done" '{"answer":"Done"}' >/dev/null
  asked="$(follow_up "$robin" "$r" DidTheyAnswer)"
  call GET "follow-ups/$asked" | jq -r '"  \(.title) Yes."'
  call POST "follow-ups/$asked/done" '{"answer":"Yes"}' >/dev/null
done

say "5  The reciprocity gate opens; the first mail is a draft that Robin approves"
for r in "$a" "$b"; do
  draft="$(until_true 30 "drafts?relationshipId=$r" '.items[0].id')"
  call GET "drafts/$draft" | jq -r '"  To \(.toName) <\(.toAddress)>: \(.subject)"'
  call POST "drafts/$draft/approve" >/dev/null
done
mail_b="$(until_true 30 "mails?relationshipId=$b&state=Kept" '.items[0].id')"
until_true 30 "mails?relationshipId=$a&state=Kept" '.items[0].id' >/dev/null

say "6  No answer for some seconds: a reminder"
mail_a="$(until_true 60 "mails?relationshipId=$a&state=Kept" 'select(.totalCount >= 2).items[0].id')"
call GET "mails/$mail_a" | jq -r '"  \(.subject) (\(.state))"'

say "7  $(name "$first") answers; Robin reads it as Interested"
call POST sandbox/answers "$(jq -nc --arg m "$mail_a" '{mailId: $m, kind: "Reply", text: "Thank you for writing. That sounds useful, tell me more."}')" >/dev/null
reply="$(until_true 30 "replies?relationshipId=$a" '.items[0].id')"
call GET "replies/$reply" | jq -r '"  “\(.excerpt)”"'
call POST "replies/$reply/triage" '{"answer":"Interested"}' >/dev/null

say "8  Three times are offered, one is chosen, the invitation goes out and is accepted"
offer="$(until_true 30 "mails?relationshipId=$a&state=Kept&maxResultCount=50" '[.items[] | select(.template=="meeting-offer")][0].id')"
call GET "offers?contactId=$contact_a" | jq -r '.items[0] | "  offered: \(.firstTime), \(.secondTime), \(.thirdTime)"'
call POST sandbox/answers "$(jq -nc --arg m "$offer" '{mailId: $m, kind: "ChooseTime", choice: 1}')" >/dev/null
invitation="$(until_true 30 "mails?relationshipId=$a&state=Kept&maxResultCount=50" '[.items[] | select(.template=="meeting-invitation")][0].id')"
call POST sandbox/answers "$(jq -nc --arg m "$invitation" '{mailId: $m, kind: "AcceptMeeting"}')" >/dev/null
until_true 30 "relationships/$a" 'select(.stage=="Meeting").stage' >/dev/null
call GET "meetings?contactId=$contact_a" | jq -r '.items[0] | "  \(.start) \(.subject): \(.state)"'
echo "  $(name "$first") is at stage Meeting"

say "9  $(name "$second") objects: everything stops, and a second send is refused"
call POST sandbox/answers "$(jq -nc --arg m "$mail_b" '{mailId: $m, kind: "Object"}')" >/dev/null
until_true 30 "relationships/$b/escalation" 'select(.state=="Ended").state' >/dev/null
call GET "contacts/$contact_b/clearance?channel=Email" | jq -r '"  may I? \(.verdict): \(.reasons[0].sentence)"'
refused POST "relationships/$b/escalation/start" "$(jq -nc --arg p "$playbook" '{playbookId: $p}')"

say "10 Toni picks $(name "$colleague") at the same organisation ($house): ask the owner first"
call POST "imports/$zoom/picks" "$(jq -nc --argjson c "$colleague" --arg o "$toni" --arg p "$playbook" '{candidateIds: [$c.id], ownerId: $o, playbookId: $p}')" >/dev/null
c="$(relationship "$colleague" "$toni")"
until_true 30 "relationships/$c/escalation" 'select(.state=="AwaitingOwner").state' >/dev/null
call GET "relationships/$c/escalation" | jq -r '.journal[] | "  \(.sentence)"'

for pair in "$a|$contact_a|$(name "$first")" "$b|$contact_b|$(name "$second")"; do
  IFS='|' read -r r contact who <<<"$pair"
  say "The journal of $who"
  call GET "relationships/$r/escalation" | jq -r '.journal[] | "  \(.at[11:19])  \(.sentence)"'
  say "The timeline of $who"
  call GET "contacts/$contact/timeline?maxResultCount=50" | jq -r '.items | reverse[] | "  \(.at[0:19])  \(.sentence // .summary // .title)"'
done
say "That is the story. The board is on $host/about"
