// The turnover that the insured declares period by period, and the year's regularisation (C15).
#include <gmock/gmock.h>

#include "desks/credit/policy/policy_actions.hpp"
#include "support/contract_scene.hpp"
#include "support/files.hpp"
#include "support/house_on_both_engines.hpp"

namespace {

namespace scene = support::contract_scene;
using support::form;
using support::Person;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class CreditTurnover : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    broker_ = broker();
    company_ = support::new_person(platform(), {identity::OrganisationKind::insured_company});
    id_ = in_force(scene::turnover_offer("coface"));  // effect on 1 December 2026
  }
  // Accepted, issued and signed elsewhere on the day that the clock shows.
  credit::PlacementId in_force(const scene::Pairs& offer) {
    const auto id = scene::presented(house(), broker_, company_.actor.organisation);
    scene::accepted(house(), broker_, id, offer);
    scene::watch(house(), broker_, id);
    scene::issued(house(), broker_, id);
    const auto paper = [&](const char* name) {
      return platform()
          .documents
          .prepare(broker_.actor.organisation,
                   support::uploaded(name, std::string(name) + ".pdf", support::sample_pdf(name), uploads_.path()),
                   documents::Accept::pdf)
          .value();
    };
    EXPECT_TRUE(
        credit::policy::file_signed(platform(), broker_.actor, id,
                                    {base::paris::day_of(house().clock().now()), paper("police"), paper("preuve")})
            .ok());
    return id;
  }
  std::string own_page() const { return "/couverture/" + std::to_string(id_.value) + "/police"; }
  std::string brokers_page() const { return "/credit/dossiers/" + std::to_string(id_.value) + "/police"; }
  int declare(const std::string& page, const Person& by, const std::string& from, const std::string& france,
              const std::string& abroad = "375 000") {
    return house()
        .post(page + "/declarations", &by, form({{"starts_on", from}, {"turnover_0", france}, {"turnover_1", abroad}}))
        .status;
  }
  void go_to(const char* utc) {
    house().clock().set(base::instant_from_iso_utc(utc).value());
    house().settle();
    // The sessions have ended meanwhile: colleagues go on.
    broker_ = support::new_member(platform(), broker_.actor.organisation);
    company_ = support::new_member(platform(), company_.actor.organisation);
  }
  int reminders() {
    int count = 0;
    for (const auto& message : read([&](db::Transaction& tx) { return messages::list(tx, {.limit = 200}); }))
      count += message.channel == messages::Channel::mail && message.subject == "Chiffre d’affaires à déclarer";
    return count;
  }

  support::TemporaryFolder uploads_;
  Person broker_, company_;
  credit::PlacementId id_;
};
MANDAT_ON_BOTH_ENGINES(CreditTurnover);

// C15.declared
TEST_P(CreditTurnover, C15_declared_by_the_insured_or_the_broker_until_the_year_is_regularised) {
  EXPECT_THAT(text_at(own_page(), &company_), HasSubstr("Chiffre d’affaires déclaré (0 sur 4)"));
  EXPECT_EQ(declare(own_page(), company_, "2026-12-01", "875 000"), 409);  // the period runs
  go_to("2027-03-02T09:00:00Z");
  const auto wrong = house().post(own_page() + "/declarations", &company_,
                                  form({{"starts_on", "2026-12-01"}, {"turnover_0", "beaucoup"}, {"turnover_1", ""}}));
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("value=\"beaucoup\""));
  EXPECT_THAT(support::text_of_html(wrong.body), HasSubstr("0 s’il n’y en a pas"));
  EXPECT_EQ(declare(own_page(), company_, "2026-12-02", "875 000"), 404);
  ASSERT_EQ(declare(own_page(), company_, "2026-12-01", "875 000"), 303);
  EXPECT_THAT(text_at("/notifications", &broker_), HasSubstr("a déclaré son chiffre d’affaires"));
  EXPECT_THAT(text_at(brokers_page(), &broker_),
              AllOf(HasSubstr("(1 sur 4)"), HasSubstr("déclaré le 2 mars 2027"), Not(HasSubstr("Régularisation HT"))));
  go_to("2027-03-25T09:00:00Z");
  EXPECT_EQ(reminders(), 0);  // nothing is left to be reminded of
  go_to("2027-12-02T09:00:00Z");
  EXPECT_THAT(text_at(own_page(), &company_), HasSubstr("en retard depuis le"));
  for (const char* from : {"2027-03-01", "2027-06-01", "2027-09-01"})
    ASSERT_EQ(declare(brokers_page(), broker_, from, from == std::string("2027-09-01") ? "874 000" : "875 000"), 303);
  // 3 499 000 and 1 500 000 at 0.25 %: 12 497.50, less 10 000 of deposits.
  EXPECT_THAT(text_at(own_page(), &company_),
              AllOf(HasSubstr("(4 sur 4)"), HasSubstr("Régularisation de l’année"), HasSubstr("12\u202F497,50\u00A0€"),
                    HasSubstr("2\u202F497,50\u00A0€"), HasSubstr("À régler")));
  EXPECT_EQ(declare(own_page(), company_, "2027-09-01", "875 000"), 409);
}

// C15.declared
TEST_P(CreditTurnover, C15_declared_again_replaces_what_was_declared_before) {
  go_to("2027-03-02T09:00:00Z");
  ASSERT_EQ(declare(own_page(), company_, "2026-12-01", "875 000"), 303);
  ASSERT_EQ(declare(own_page(), company_, "2026-12-01", "500 000", "0"), 303);
  EXPECT_THAT(text_at(own_page(), &company_), AllOf(HasSubstr("500\u202F000,00\u00A0€ HT"), HasSubstr("(1 sur 4)")));
  const Person reader = support::new_member(platform(), company_.actor.organisation, identity::Role::reader);
  EXPECT_EQ(declare(own_page(), reader, "2026-12-01", "1"), 403);
  const Person other = support::new_person(platform(), {identity::OrganisationKind::insured_company});
  EXPECT_EQ(declare(own_page(), other, "2026-12-01", "1"), 404);
}

TEST_P(CreditTurnover, C14_a_forfait_shows_no_declaration) {
  id_ = in_force(scene::forfait_offer("coface"));
  go_to("2027-12-02T09:00:00Z");
  EXPECT_THAT(text_at(own_page(), &company_), Not(HasSubstr("Chiffre d’affaires déclaré")));
  EXPECT_EQ(declare(own_page(), company_, "2026-12-01", "1"), 404);
}

}  // namespace
