using PartnerCrm.Contracts;

namespace PartnerCrm.Sources;

/// <summary>Makes one attendee of all the rows of a person: by e-mail, or by name where a row has none.</summary>
internal sealed class AttendeeGathering
{
    private readonly Dictionary<string, Attendee> attendees = [];
    private readonly List<ReadRow> skipped = [];
    private readonly List<(int Line, string? Email)> absent = [];

    public void Skip(int line, SkipReason reason, string? email = null)
    {
        if (reason == SkipReason.DidNotAttend) absent.Add((line, EmailAddress.Of(email)?.Key));
        else skipped.Add(ReadRow.Skip(line, reason));
    }

    public void Add(int line, ImportedPerson person, int? minutes, DateTime? joined, DateTime? left, RowReading reading)
    {
        var nameKey = PersonName.KeyOf(person.FirstName, person.LastName);
        if (nameKey.Length == 0 && person.Email is null)
        {
            reading.Note(RowProblems.NameMissing);
            skipped.Add(ReadRow.Skip(line, SkipReason.Unusable, reading.Problems));
            return;
        }
        var key = EmailAddress.TryParse(person.Email, out var email) ? email.IsRole ? $"{email.Key} {nameKey}" : email.Key : $" {nameKey}";
        if (!attendees.TryGetValue(key, out var attendee)) attendees[key] = attendee = new Attendee(line, nameKey, person);
        attendee.Join(person, minutes, joined, left, reading.Problems);
    }

    public IEnumerable<ReadRow> Finish(string? topic, DateTime? start)
    {
        JoinNameless();
        // One who registered twice and came once did attend.
        var absentees = absent.Where(a => a.Email is null || !attendees.ContainsKey(a.Email)).DistinctBy(a => a.Email ?? $" {a.Line}");
        return attendees.Values.Select(a => a.ToRow(topic, start)).Concat(skipped).Concat(absentees.Select(a => ReadRow.Skip(a.Line, SkipReason.DidNotAttend)))
            .OrderBy(r => r.Row);
    }

    // Who came back by phone or without signing in has no address in that row: theirs, if exactly one attendee has that name.
    private void JoinNameless()
    {
        var byName = attendees.Where(a => a.Key[0] != ' ').ToLookup(a => a.Value.NameKey, a => a.Value);
        foreach (var (key, nameless) in attendees.Where(a => a.Key[0] == ' ').ToList())
        {
            var namesakes = byName[nameless.NameKey].Take(2).ToList();
            if (namesakes.Count != 1) continue;
            namesakes[0].Join(nameless);
            attendees.Remove(key);
        }
    }

    private sealed class Attendee(int line, string nameKey, ImportedPerson first)
    {
        private readonly List<(DateTime Joined, DateTime Left)> stays = [];
        private readonly List<RowProblem> problems = [];
        private ImportedPerson person = first;
        private int firstLine = line;
        private int minutes;
        private bool hasMinutes;
        private bool hasUntimed;
        private DateTime? firstJoined;

        public string NameKey { get; } = nameKey;

        public void Join(ImportedPerson other, int? stayed, DateTime? joined, DateTime? left, IReadOnlyList<RowProblem> noted)
        {
            person = person with
            {
                FirstName = person.FirstName.Length > 0 ? person.FirstName : other.FirstName, LastName = person.LastName.Length > 0 ? person.LastName : other.LastName,
                Email = person.Email ?? other.Email, Phone = person.Phone ?? other.Phone, Country = person.Country ?? other.Country,
                OrganisationName = person.OrganisationName ?? other.OrganisationName, Position = person.Position ?? other.Position,
            };
            if (joined is { } from && left is { } to && to >= from) stays.Add((from, to));
            else hasUntimed = true;
            minutes += stayed ?? 0;
            hasMinutes |= stayed is not null;
            if (joined < firstJoined || firstJoined is null) firstJoined = joined;
            problems.AddRange(noted);
        }

        public void Join(Attendee other)
        {
            Join(other.person, other.hasMinutes ? other.minutes : null, null, null, other.problems);
            hasUntimed = other.hasUntimed || stays.Count == 0;
            stays.AddRange(other.stays);
            firstLine = Math.Min(firstLine, other.firstLine);
            if (other.firstJoined < firstJoined || firstJoined is null) firstJoined = other.firstJoined;
        }

        public ReadRow ToRow(string? topic, DateTime? start)
        {
            var named = person.FirstName.Length > 0 || person.LastName.Length > 0 ? person : person with { FirstName = person.Email!.Split('@')[0] };
            var stayed = !hasUntimed && stays.Count > 0 ? MinutesOfStays() : hasMinutes ? minutes : (int?)null;
            return ReadRow.Of(firstLine, named with { EventName = topic, AttendedAt = firstJoined ?? start, Minutes = stayed }, problems);
        }

        // Two devices at once are one stay.
        private int MinutesOfStays()
        {
            var total = TimeSpan.Zero;
            var until = DateTime.MinValue;
            foreach (var (joined, left) in stays.OrderBy(s => s.Joined))
            {
                var from = joined > until ? joined : until;
                if (left <= from) continue;
                total += left - from;
                until = left;
            }
            return (int)Math.Round(total.TotalMinutes, MidpointRounding.AwayFromZero);
        }
    }
}
