using System.Reflection;
using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Agencies;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Platform.Audit;

public abstract class AuditActorTests(LoaHost host)
{
    [Fact]
    public async Task Erase_APerson_LeavesRecordsAndSealsWhole_AndTheHistoryWithoutAName()
    {
        var person = await host.CreateUserAsync(Role.ProgrammeOfficer, "tg-snv");
        var agency = await host.CreateAgencyAsync("Sở Của Người Đã Đi", parentCode: "tg-snv");
        using var browser = await host.BrowseAsAsync(person.Email!, TestData.Password);
        var page = await browser.GetAsync(AgencyLinks.Edit(agency.Code));
        (await page.SubmitAsync(page.Form("main form:has([name='Form.ShortName'])"), ("Form.ShortName", "Sở CNĐĐ"))).Status.ShouldBe(System.Net.HttpStatusCode.Redirect);
        await host.SealAllAsync();
        (await browser.GetAsync(AgencyLinks.Detail(agency.Code))).TextOf(".history").ShouldNotBeNull().ShouldContain(person.DisplayName);

        (await host.QueryAsync(db => AuditActors.EraseAsync(db, person.Id))).ShouldBeTrue();

        var history = (await browser.GetAsync(AgencyLinks.Detail(agency.Code))).TextOf(".history").ShouldNotBeNull();
        history.ShouldContain("người dùng đã xóa");
        history.ShouldNotContain(person.DisplayName);
        (await host.VerifyAsync()).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Record_NamesItsActorByARandomReference_NeverByTheUser()
    {
        using var browser = await host.BrowseAsAsync(Role.Administrator);
        var agency = await host.CreateAgencyAsync();
        var page = await browser.GetAsync(AgencyLinks.Edit(agency.Code));
        await page.SubmitAsync(page.Form("main form:has([name='Form.ShortName'])"), ("Form.ShortName", "Mới"));

        var actors = await host.QueryAsync(db => db.Set<AuditProcess>().Where(process => process.ActorId != null).Select(process => process.ActorId!.Value).Distinct().ToListAsync());
        var users = await host.QueryAsync(db => db.Set<User>().Select(user => user.Id).ToListAsync());

        actors.ShouldNotBeEmpty();
        actors.Intersect(users).ShouldBeEmpty();
        (await host.QueryAsync(db => db.Set<AuditActor>().AnyAsync(actor => actors.Contains(actor.AuditActorId) && users.Contains(actor.UserId)))).ShouldBeTrue();
    }

    [Fact]
    public async Task Reference_OfOnePersonActingEightTimesAtOnce_IsOne()
    {
        var user = Guid.CreateVersion7();

        var references = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => host.QueryAsync(db => AuditActors.ReferenceOfAsync(db, user, default)))));

        references.Distinct().Count().ShouldBe(1);
        (await host.QueryAsync(db => Task.FromResult(AuditActors.ReferenceOf(db, user)))).ShouldBe(references[0]);
    }

    /// <summary>Whatever is marked as personal in the model: written, changed, emptied and deleted, it never stands in the record.</summary>
    [Fact]
    public async Task Record_HoldsNoPersonalValue_WhateverIsDoneToIt()
    {
        var user = await host.CreateUserAsync(email: $"{TestData.Unique("rieng")}@kiem-thu.example");
        var marks = await host.QueryAsync(async db =>
        {
            var tracked = await db.Set<User>().SingleAsync(u => u.Id == user.Id);
            var personal = db.Entry(tracked).Properties.Where(property => property.Metadata.ClrType == typeof(string)
                && property.Metadata.PropertyInfo?.GetCustomAttribute<PersonalDataAttribute>(inherit: true) is not null).ToList();
            personal.Select(property => property.Metadata.Name).ShouldBe([nameof(User.DisplayName), nameof(User.Email), nameof(User.PhoneNumber), nameof(User.UserName)], ignoreOrder: true);
            var values = new List<string> { tracked.Email!, "Người Kiểm Thử" };
            foreach (var round in (string[])["mot", "hai"])
            {
                foreach (var property in personal)
                {
                    property.CurrentValue = TestData.Unique($"dau-{round}");
                    values.Add((string)property.CurrentValue);
                }

                await db.SaveChangesAsync();
            }

            foreach (var property in personal.Where(property => property.Metadata.IsNullable))
            {
                property.CurrentValue = null;
            }

            await db.SaveChangesAsync();
            db.Remove(tracked);
            await db.SaveChangesAsync();
            return values;
        });

        var key = user.Id.ToString();
        var written = await host.QueryAsync(db => db.Set<AuditChange>().Where(change => change.EntityType == nameof(User) && change.EntityKey == key).Select(change => change.Before + " " + change.After).ToListAsync());
        written.Count.ShouldBe(5, "added, changed twice, emptied, deleted");
        written.ShouldAllBe(text => !marks.Any(mark => text.Contains(mark)));
        written[^2].ShouldContain(AuditValues.Personal, customMessage: "that it was emptied is on record");
    }

    [Fact]
    public async Task Record_OfAnInvitation_HoldsNeitherNameNorAddress()
    {
        var address = $"{TestData.Unique("moi")}@kiem-thu.example";
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            var now = services.GetRequiredService<Loa.Platform.Calendar>().UtcNow;
            var invitation = new Invitation { InvitationId = Guid.CreateVersion7(), Email = address, DisplayName = "Người Được Mời Riêng", TokenHash = "", CreatedAt = now };
            invitation.Renew(now);
            db.Add(invitation);
            await db.SaveChangesAsync();
            (invitation.Email, invitation.DisplayName) = ($"x{address}", "Người Được Mời Riêng Khác");
            await db.SaveChangesAsync();
        });

        var records = await host.QueryAsync(db => db.Set<AuditChange>().Where(change => change.EntityType == nameof(Invitation)).Select(change => change.Before + change.After).ToListAsync());
        records.Count.ShouldBe(2);
        records.ShouldAllBe(text => !text!.Contains(address) && !text.Contains("Người Được Mời Riêng"));
    }

    [Fact]
    public async Task Entities_WithPersonalData_AreOnlyThoseProvedAbove() =>
        (await host.QueryAsync(db => Task.FromResult(db.Model.GetEntityTypes().Where(type => type.GetProperties().Any(property => property.PropertyInfo?.IsDefined(typeof(PersonalDataAttribute), inherit: true) == true))
            .Select(type => type.ClrType.Name).ToList()))).Except(["IdentityUserToken`1"]).ShouldBe([nameof(Invitation), nameof(User)], ignoreOrder: true);
}

public sealed class AuditActorsOnSqlite(SealSqliteHost host) : AuditActorTests(host), IClassFixture<SealSqliteHost>;

public sealed class AuditActorsOnPostgres(SealPostgresHost host) : AuditActorTests(host), IClassFixture<SealPostgresHost>;
