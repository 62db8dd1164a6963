// Before a sale, the insured asks in its own space what its policy covers (C20).
#include <gmock/gmock.h>

#include "desks/credit/portfolio/buyer.hpp"
#include "support/contract_scene.hpp"
#include "support/house_on_both_engines.hpp"

namespace {

namespace scene = support::contract_scene;
using support::Person;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class CreditProspect : public support::HouseOnBothEngines {
 protected:
  Person company() { return support::new_person(platform(), {identity::OrganisationKind::insured_company}); }
  std::vector<credit::portfolio::Buyer> buyers(credit::PlacementId id) {
    return read([&](db::Transaction& tx) { return credit::portfolio::buyers_of(tx, id); });
  }
  static std::string page(credit::PlacementId id, const std::string& siren) {
    return "/couverture/" + std::to_string(id.value) + "/prospect?siren=" + siren;
  }
};
MANDAT_ON_BOTH_ENGINES(CreditProspect);

// C20.own
TEST_P(CreditProspect, C20_the_insured_sees_what_its_own_policy_covers_and_no_other_insurers_name) {
  const Person broker = this->broker(), company = this->company();
  const auto id = scene::presented(house(), broker, company.actor.organisation);
  const auto first = buyers(id).at(0).identifier, second = buyers(id).at(1).identifier;
  EXPECT_THAT(text_at(page(id, first), &company),
              AllOf(HasSubstr("aucune offre n’est acceptée"), HasSubstr("1 assureur répond : 1 en partie")));
  auto offer = scene::forfait_offer("coface");
  offer.emplace_back("discretionary_limit", "7 500");
  scene::accepted(house(), broker, id, offer);
  EXPECT_THAT(text_at(page(id, first), &company),
              AllOf(HasSubstr("60\u202F000,00\u00a0€"), HasSubstr("limite dénommée, valable jusqu’au"),
                    Not(HasSubstr("Coface"))));
  EXPECT_THAT(text_at(page(id, second), &company), HasSubstr("50\u202F000,00\u00a0€"));
  EXPECT_THAT(text_at(page(id, "552100554"), &company),
              AllOf(HasSubstr("7\u202F500,00\u00a0€"), HasSubstr("limite des acheteurs non dénommés"),
                    HasSubstr("ce n’est ni un refus ni une panne")));
  EXPECT_THAT(text_at("/couverture/" + std::to_string(id.value) + "/police", &company),
              HasSubstr("Vérifier un prospect"));
}

// C20.own: what is known from another client's file is that client's.
TEST_P(CreditProspect, C20_the_insured_is_told_nothing_from_another_clients_file) {
  const Person broker = this->broker(), one = this->company(), other = this->company();
  const auto known = scene::presented(house(), broker, one.actor.organisation);
  const auto id = support::credit_scene::open_for(house(), broker, other.actor.organisation);
  const auto siren = buyers(known).at(0).identifier;
  EXPECT_THAT(text_at(page(id, siren), &other),
              AllOf(HasSubstr("Rien n’est connu de"), Not(HasSubstr("60\u202F000")), Not(HasSubstr("répond"))));
  EXPECT_EQ(text_at(page(known, siren), &other), "404");
  const auto wrong = house().get(page(id, "123456789"), &other);
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("value=\"123456789\""));
}

// C20.unread
TEST_P(CreditProspect, C20_what_could_not_be_read_is_not_nothing_known) {
  const Person broker = this->broker(), company = this->company();
  const auto id = scene::presented(house(), broker, company.actor.organisation);
  const auto siren = buyers(id).at(0).identifier;
  house().database().write(
      [&](db::Transaction& tx) { tx.execute("ALTER TABLE credit_answers RENAME TO credit_gone"); });
  for (const auto& [path, by] :
       {std::pair(page(id, siren), company), std::pair("/credit/prospects?siren=" + siren, broker)}) {
    const auto answer = house().get(path, &by);
    EXPECT_EQ(answer.status, 503);
    EXPECT_THAT(support::text_of_html(answer.body),
                AllOf(HasSubstr("n’a pas pu être lu"), Not(HasSubstr("Rien n’est connu"))));
  }
  house().database().write(
      [&](db::Transaction& tx) { tx.execute("ALTER TABLE credit_gone RENAME TO credit_answers"); });
  EXPECT_EQ(house().get(page(id, siren), &company).status, 200);
}

}  // namespace
