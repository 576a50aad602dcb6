using Microsoft.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.DependencyInjection;

namespace PartnerCrm.Partners;

/// <summary>What belongs to an aggregate is loaded with it: its rules look at all of it.</summary>
internal static class PartnersDetails
{
    public static void Include(AbpEntityOptions options)
    {
        options.Entity<Contact>(c => c.DefaultWithDetailsFunc = contacts =>
            contacts.Include(x => x.Affiliations).Include(x => x.Profiles).Include(x => x.Origins).AsSplitQuery());
        options.Entity<Organisation>(o => o.DefaultWithDetailsFunc = organisations =>
            organisations.Include(x => x.Domains).Include(x => x.Owners).AsSplitQuery());
    }
}
