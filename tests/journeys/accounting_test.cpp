// Administrators read the ledger and correct it by reversing entries; the journal keeps who did.
#include <gmock/gmock.h>

#include "floor/audit/audit.hpp"
#include "floor/ledger/trial_balance.hpp"
#include "support/house_on_both_engines.hpp"

namespace ledger {
namespace {

using support::form;
using testing::HasSubstr;
using testing::Not;

class Accounting : public support::HouseOnBothEngines {
 protected:
  EntryId book(const support::Person& firm, std::int64_t subject = 7) {
    return act([&](platform::Act& act) {
      return post(act, {.kind = "works.commission",
                        .subject_kind = "works.mandate",
                        .subject_id = subject,
                        .lines = {{.account = AccountKind::commission_receivable,
                                   .organisation = firm.actor.organisation,
                                   .debit = {57600}},
                                  {.account = AccountKind::commission_revenue, .credit = {48000}},
                                  {.account = AccountKind::vat_collected, .credit = {9600}}}});
    });
  }
  static std::string page_of(EntryId id) { return "/administration/ecritures/" + std::to_string(id.value); }
  web::Response reverse_by_hand(EntryId id, const support::Person& by, std::string reason) {
    return house().post(page_of(id) + "/contre-passation", &by, form({{"reason", std::move(reason)}}));
  }
};
MANDAT_ON_BOTH_ENGINES(Accounting);

TEST_P(Accounting, ShowsEachEntryWithItsAccountsInBothColumns) {
  const auto boss = administrator();
  const auto firm = tradesman();
  const EntryId id = book(firm);
  for (const std::string& path : {std::string("/administration/ecritures"), page_of(id)}) {
    const std::string text = text_at(path, &boss);
    EXPECT_THAT(text, HasSubstr("411 · Commissions à recevoir"));
    EXPECT_THAT(text, HasSubstr("706 · Commissions acquises"));
    EXPECT_THAT(text, HasSubstr(firm.actor.organisation_name));
    EXPECT_THAT(text, HasSubstr("576,00\u00a0€"));
    EXPECT_THAT(text, HasSubstr("96,00\u00a0€"));
  }
  EXPECT_EQ(text_at("/administration/ecritures", &firm), "403");
  EXPECT_EQ(text_at("/administration/ecritures/12", &boss), "404");
}

TEST_P(Accounting, BalancesTheAccountsByTheNumberOfTheChart) {
  const auto boss = administrator();
  const auto firm = tradesman();
  book(firm, 1);
  book(firm, 2);
  const auto totals = read(trial_balance);
  ASSERT_EQ(totals.size(), 3U);
  EXPECT_EQ(totals[0].account, AccountKind::commission_receivable);
  EXPECT_EQ(totals[0].debit.cents, 115200);
  EXPECT_EQ(totals[0].balance().cents, 115200);
  EXPECT_EQ(totals[1].account, AccountKind::vat_collected);
  EXPECT_EQ(totals[2].account, AccountKind::commission_revenue);
  EXPECT_EQ(totals[2].balance().cents, -96000);
  EXPECT_THAT(text_at("/administration/ecritures/balance", &boss), HasSubstr("1\u202f152,00\u00a0€"));
}

TEST_P(Accounting, IsCorrectedByAReversalWithAReasonAndItsAuthorsName) {  // W30
  const auto boss = administrator();
  const EntryId id = book(tradesman());
  EXPECT_EQ(reverse_by_hand(id, boss, " ").status, 422);
  EXPECT_EQ(reverse_by_hand(id, boss, "Chantier facturé deux fois").status, 303);

  const auto reversal = read([&](db::Transaction& tx) { return reversal_of(tx, id); });
  ASSERT_TRUE(reversal);
  for (const AccountTotal& total : read(trial_balance)) EXPECT_EQ(total.balance().cents, 0);
  EXPECT_THAT(text_at(page_of(id), &boss), HasSubstr("contre-passée"));
  const std::string text = text_at(page_of(*reversal), &boss);
  EXPECT_THAT(text, HasSubstr("Chantier facturé deux fois"));
  EXPECT_THAT(text, HasSubstr(boss.actor.name));
  const auto fact = read([](db::Transaction& tx) { return audit::latest_facts(tx, 0, 1); }).at(0);
  EXPECT_EQ(fact.code, "ledger.reversed");
  EXPECT_EQ(fact.account, boss.actor.account);
}

TEST_P(Accounting, ReversesAnEntryOnceAndNoneThatDoesNotExist) {  // W30
  const auto boss = administrator();
  const EntryId id = book(tradesman());
  EXPECT_EQ(reverse_by_hand(id, boss, "Erreur").status, 303);
  EXPECT_EQ(reverse_by_hand(id, boss, "Erreur").status, 409);
  EXPECT_EQ(reverse_by_hand({12}, boss, "Erreur").status, 404);
  EXPECT_EQ(read(trial_balance).at(0).debit.cents, 57600) << "reversed once";
}

TEST_P(Accounting, IsReadOnlyForAnAdministratorWhoOnlyReads) {  // W30
  const auto reader = administrator(identity::Role::reader);
  const EntryId id = book(tradesman());
  EXPECT_THAT(text_at(page_of(id), &reader), Not(HasSubstr("Contre-passer")));
  EXPECT_EQ(reverse_by_hand(id, reader, "Erreur").status, 403);
}

class Journal : public Accounting {};
MANDAT_ON_BOTH_ENGINES(Journal);

TEST_P(Journal, ShowsWhoDidWhatAndHowFarItIsSealed) {  // P10.journal
  const auto boss = administrator();
  act(
      [](platform::Act& act) {
        audit::record(act, {"ledger.reversed", {"test.file", 12}, {{"entry", "42"}}});
      },
      platform::Author::of(boss.actor));
  const std::string before = text_at("/administration/journal", &boss);
  EXPECT_THAT(before, HasSubstr("Écriture contre-passée"));
  EXPECT_THAT(before, HasSubstr("ledger.reversed"));
  EXPECT_THAT(before, HasSubstr(boss.actor.name));
  EXPECT_THAT(before, HasSubstr("écriture n°\u00a042"));
  EXPECT_THAT(before, HasSubstr("Faits scellés 0"));
  EXPECT_THAT(before, HasSubstr("En attente du sceau 1"));
  house().settle();
  EXPECT_THAT(text_at("/administration/journal", &boss), HasSubstr("Faits scellés 1"));
  const auto firm = tradesman();
  EXPECT_EQ(text_at("/administration/journal", &firm), "403");
}

TEST_P(Journal, IsVerifiedAtAnAdministratorsWord) {  // P10.journal
  const auto boss = administrator();
  const auto verdict = [&] {
    const auto answer = house().post("/administration/journal/verification", &boss);
    web::Request next = support::request_of(platform(), web::Method::get, "/administration/journal", &boss);
    const std::string kept = header(answer, "Set-Cookie");
    for (auto& [name, value] : next.headers)
      if (name == "cookie" && value.starts_with("session=")) value += "; " + kept.substr(0, kept.find(';'));
    return support::text_of_html(house().handle(std::move(next)).body);
  };
  act([](platform::Act& act) { audit::record(act, {"ledger.reversed"}); });
  act([](platform::Act& act) { audit::record(act, {"clock.confirmed"}); });
  house().settle();
  EXPECT_THAT(verdict(), HasSubstr("La chaîne est intacte : 2 faits vérifiés."));
  platform().database.write([](db::Transaction& tx) {
    tx.execute("update audit_facts set code = 'clock.forged' where code = 'clock.confirmed'");
  });
  EXPECT_THAT(verdict(), HasSubstr("La chaîne est rompue à la position 2"));
}

}  // namespace
}  // namespace ledger
