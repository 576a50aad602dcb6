using Microsoft.EntityFrameworkCore;
using PartnerCrm.Contracts;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace PartnerCrm.Sources;

internal static class CandidateMapping
{
    public static void Map(ModelBuilder builder) => builder.Entity<Candidate>(b =>
    {
        b.ToTable("CrmCandidates");
        b.ConfigureByConvention();
        b.Property(c => c.FirstName).HasMaxLength(Candidate.MaxNameLength);
        b.Property(c => c.LastName).HasMaxLength(Candidate.MaxNameLength);
        b.Property(c => c.Email).HasMaxLength(EmailAddress.MaxLength);
        b.Property(c => c.EmailKey).HasMaxLength(EmailAddress.MaxLength);
        b.Property(c => c.ProfileSlug).HasMaxLength(ProfileUrl.MaxSlugLength);
        b.Property(c => c.OrganisationName).HasMaxLength(Candidate.MaxOrganisationLength);
        b.Property(c => c.Position).HasMaxLength(Candidate.MaxPositionLength);
        b.Property(c => c.Phone).HasMaxLength(Candidate.MaxPhoneLength);
        b.Property(c => c.Country).HasMaxLength(Candidate.CountryLength);
        b.Property(c => c.PersonKey).HasMaxLength(Candidate.MaxPersonKeyLength);
        b.Property(c => c.NameKey).HasMaxLength(Candidate.MaxKeyLength);
        b.Property(c => c.SortName).HasMaxLength(Candidate.MaxKeyLength);
        b.Property(c => c.Certainty).HasConversion<string>().HasMaxLength(32);
        b.Property(c => c.Resolution).HasConversion<string>().HasMaxLength(32);
        b.Property(c => c.Suggestions).HasMaxLength(Candidate.MaxSuggestionsLength);

        b.HasIndex(c => new { c.ImportId, c.PersonKey }).IsUnique();
        b.HasIndex(c => new { c.ImportId, c.Worth, c.SortName, c.Id }).IsDescending(false, true, false, false);
        b.HasIndex(c => c.ProfileSlug);
        b.HasIndex(c => c.EmailKey);
        b.HasIndex(c => c.NameKey);
        b.HasIndex(c => c.ContactId).HasFilter("\"ContactId\" IS NOT NULL");
        b.HasIndex(c => c.SameAsContactId).HasFilter("\"SameAsContactId\" IS NOT NULL");
    });
}
