// A file opened by telephone goes as far as any other: its contact, its company and its handler are corrected on the
// way (C1), and what was checked of another company is checked again (C37).
#include <gmock/gmock.h>

#include <algorithm>

#include "desks/credit/acceptance/advice.hpp"
#include "desks/credit/offer/offer_actions.hpp"
#include "desks/credit/placement/pipeline.hpp"
#include "support/contract_scene.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/link_holder.hpp"

namespace {

namespace scene = support::contract_scene;
namespace placement = credit::placement;
using identity::Role;
using support::form;
using support::Person;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string text(auto id) { return std::to_string(id.value); }
std::string shown(const web::Response& response) { return support::text_of_html(response.body); }

class CreditContact : public support::HouseOnBothEngines {
 protected:
  static std::string file(credit::PlacementId id) { return "/credit/dossiers/" + text(id); }
  static std::string contact(credit::PlacementId id) { return file(id) + "/contact"; }
  placement::Placement now(credit::PlacementId id) { return support::credit_scene::placement(house(), id); }
  // What the form sends when it is left as it stands, but for `changes`.
  web::Fields as_it_stands(const Person& by, credit::PlacementId id, const scene::Pairs& changes) {
    const auto page = house().get(contact(id), &by).body;
    web::Fields fields;
    for (const auto& each : support::forms_of_html(page, contact(id))) {
      if (each.method != "post" || each.action.find("/contact") == std::string::npos) continue;
      for (const auto& [name, value] : each.fields) {
        const auto changed =
            std::find_if(changes.begin(), changes.end(), [&](const auto& one) { return one.first == name; });
        fields.add(name, changed == changes.end() ? value : changed->second);
      }
    }
    return fields;
  }
  web::Response correct(const Person& by, credit::PlacementId id, const scene::Pairs& changes) {
    return house().post(contact(id), &by, as_it_stands(by, id, changes));
  }
  // To the client; underwriters have mail of their own.
  std::vector<std::string> addresses() {
    std::vector<std::string> to;
    for (const auto& message : read([&](db::Transaction& tx) { return messages::list(tx, {.limit = 200}); }))
      if (message.channel == messages::Channel::mail && !message.to.address.starts_with("arbitre@"))
        to.push_back(message.subject + " → " + message.to.address);
    return to;
  }
  // The first call: a name, a number, and no more.
  credit::PlacementId by_telephone(const Person& broker) {
    const auto opened = house().post("/credit/dossiers", &broker,
                                     form({{"company_name", "Tolerie Vauqelin"},
                                           {"size", "very_small"},
                                           {"contact_name", "Inès Vauquelin"},
                                           {"contact_phone", "06 39 98 12 34"},
                                           {"channel", "phone"},
                                           {"need", "credit_insurance"},
                                           {"form_key", "k"}}));
    EXPECT_EQ(opened.status, 303);
    const auto at = header(opened, "Location");
    return {std::stoll(at.substr(at.rfind('/') + 1))};
  }
  void answer_test(const Person& broker, credit::PlacementId id) {
    support::credit_scene::add_buyers(house(), broker, id);
    support::credit_scene::complete_information(house(), broker, id);
    support::credit_scene::launch(house(), broker, id);
    ASSERT_EQ(house().post(file(id) + "/test/cloture", &broker).status, 303);
  }
  std::string accepted_by_mail(const Person& broker, credit::offer::OfferId offer) {
    house().clock().advance(base::minutes(10));
    const auto at = base::paris::wall_time(house().clock().now());
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    const auto answer = house().post("/credit/offres/" + text(offer) + "/accord", &broker,
                                     form({{"reponse", "accepter"},
                                           {"day", at.day.iso()},
                                           {"time", two(at.hour) + ":" + two(at.minute)},
                                           {"name", "Inès Vauquelin"},
                                           {"words", "Bon pour accord."},
                                           {"accuse", "oui"}}));
    return std::to_string(answer.status);
  }
};
MANDAT_ON_BOTH_ENGINES(CreditContact);

// C1.corrected
TEST_P(CreditContact, C1_corrected_a_file_opened_by_telephone_reaches_the_clients_acceptance) {
  const Person broker = this->broker();
  const auto id = by_telephone(broker);
  EXPECT_THAT(text_at(file(id), &broker), HasSubstr("Ajouter son e-mail"));
  answer_test(broker, id);

  // C6: the offer arrives, and nobody is told: it says so.
  auto fields = scene::turnover_offer("coface");
  fields.emplace_back("issued", "2026-11-23");
  const auto entered = house().post(file(id) + "/offres", &broker, scene::form_of(fields));
  ASSERT_EQ(entered.status, 303);
  EXPECT_TRUE(addresses().empty());
  const auto offer = read([&](db::Transaction& tx) { return credit::offer::offers_of(tx, id).front().id; });
  scene::advise(house(), broker, id);
  scene::watch(house(), broker, id);

  // Proposing it leads to the page that takes the address, and from there back to the offer.
  const auto proposed = house().post("/credit/offres/" + text(offer) + "/suite", &broker, form({{"acte", "proposer"}}));
  ASSERT_EQ(proposed.status, 303);
  EXPECT_EQ(header(proposed, "Location"), contact(id) + "?offre=" + text(offer));
  const auto page = house().get(header(proposed, "Location"), &broker).body;
  EXPECT_THAT(page, AllOf(HasSubstr("value=\"Tolerie Vauqelin\""), HasSubstr("value=\"06 39 98 12 34\""),
                          HasSubstr("action=\"" + contact(id) + "?offre=" + text(offer) + "\"")));
  const auto wrong = house().post(header(proposed, "Location"), &broker,
                                  as_it_stands(broker, id, {{"contact_email", "ines@"}, {"siren", "123"}}));
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, AllOf(HasSubstr("value=\"ines@\""), HasSubstr("value=\"123\"")));
  EXPECT_THAT(shown(wrong), AllOf(HasSubstr("Ce SIREN n’est pas valable"), HasSubstr("Cette adresse e-mail")));
  EXPECT_TRUE(now(id).contact.email.empty());

  const auto corrected = house().post(header(proposed, "Location"), &broker,
                                      as_it_stands(broker, id,
                                                   {{"company_name", "Tôlerie Vauquelin"},
                                                    {"siren", "732 829 320"},
                                                    {"contact_email", "Ines@Vauquelin.example"}}));
  ASSERT_EQ(corrected.status, 303);
  EXPECT_EQ(header(corrected, "Location"), "/credit/offres/" + text(offer));
  EXPECT_EQ(now(id).company.name, "Tôlerie Vauquelin");
  EXPECT_EQ(now(id).company.siren, "732829320");
  EXPECT_EQ(now(id).contact.email, "ines@vauquelin.example");
  EXPECT_EQ(now(id).contact.phone, "+33639981234");
  EXPECT_EQ(now(id).need, placement::Need::credit_insurance);
  EXPECT_THAT(text_at(file(id), &broker),
              AllOf(HasSubstr("Contact ou entreprise corrigés"), HasSubstr("nom de l’entreprise, SIREN, e-mail"),
                    HasSubstr("732829320")));
  EXPECT_THAT(text_at("/credit?q=vauquelin", &broker), HasSubstr("Tôlerie Vauquelin"));
  EXPECT_THAT(text_at("/credit?q=vauqelin", &broker), HasSubstr("Aucun dossier ne correspond"));

  // C37.corrected: the name was another one; who bears it now is checked again.
  const auto propose = [&] {
    return house().post("/credit/offres/" + text(offer) + "/suite", &broker, form({{"acte", "proposer"}})).status;
  };
  EXPECT_EQ(propose(), 409);
  scene::watch(house(), broker, id);
  ASSERT_EQ(propose(), 303);
  EXPECT_EQ(now(id).step, placement::Step::acceptance);
  EXPECT_THAT(addresses(), testing::Contains(HasSubstr("Coface → ines@vauquelin.example")));
  EXPECT_EQ(accepted_by_mail(broker, offer), "303");
  EXPECT_EQ(now(id).step, placement::Step::issuance);
}

TEST_P(CreditContact, C6_the_broker_reads_whether_the_client_was_told) {
  const Person broker = this->broker();
  const auto entered = [&](credit::PlacementId id) {
    auto fields = scene::turnover_offer("coface");
    fields.emplace_back("issued", "2026-11-23");
    auto request =
        support::request_of(platform(), web::Method::post, file(id) + "/offres", &broker, scene::form_of(fields));
    const auto response = house().handle(std::move(request));
    EXPECT_EQ(response.status, 303);
    // The sentence waits for the page that follows, in a cookie.
    web::Request next = support::request_of(platform(), web::Method::get, file(id) + "/offres", &broker);
    for (const auto& [name, value] : response.headers)
      if (name == "Set-Cookie")
        for (auto& [header, sent] : next.headers)
          if (header == "cookie") sent += "; " + value.substr(0, value.find(';'));
    return shown(house().handle(std::move(next)));
  };
  const auto silent = by_telephone(broker), told = support::credit_scene::open(house(), broker);
  for (const auto id : {silent, told}) answer_test(broker, id);
  EXPECT_THAT(entered(silent), HasSubstr("Le client n’est pas prévenu : son adresse e-mail manque"));
  EXPECT_THAT(entered(told), HasSubstr("L’offre est enregistrée, le client est prévenu."));
}

// C2.link
TEST_P(CreditContact, C2_link_the_questionnaires_address_becomes_the_contacts_where_he_had_none) {
  const Person broker = this->broker();
  const auto id = by_telephone(broker), other = support::credit_scene::open(house(), broker);
  support::credit_scene::questionnaire_link(house(), broker, id, "compta@vauquelin.example");
  support::credit_scene::questionnaire_link(house(), broker, other, "compta@vauquelin.example");
  EXPECT_EQ(now(id).contact.email, "compta@vauquelin.example");
  EXPECT_EQ(now(other).contact.email, "ines@vauquelin.example");
  EXPECT_THAT(text_at(file(id), &broker), AllOf(HasSubstr("Contact ou entreprise corrigés"), HasSubstr("e-mail")));
  EXPECT_EQ(now(id).waiting_name, "Tolerie Vauqelin");
  ASSERT_EQ(correct(broker, id, {{"company_name", "Tôlerie Vauquelin"}}).status, 303);
  EXPECT_EQ(now(id).waiting_name, "Tôlerie Vauquelin");  // it still waits for the company, by its name
}

// C1.corrected C1.mailed
TEST_P(CreditContact, C1_corrected_what_a_signed_policy_says_of_the_company_stays_and_the_contact_may_change) {
  const Person broker = this->broker();
  const auto id = scene::presented(house(), broker);
  scene::accepted(house(), broker, id, scene::turnover_offer("coface"));
  EXPECT_EQ(correct(broker, id, {{"contact_email", ""}}).status, 422);  // C1.mailed
  EXPECT_EQ(now(id).contact.email, "ines@vauquelin.example");
  scene::watch(house(), broker, id);
  scene::issued(house(), broker, id);
  EXPECT_THAT(text_at(contact(id), &broker), HasSubstr("La police est déjà établie"));
  scene::sent(house(), broker, id);
  const auto page = house().get(contact(id), &broker).body;
  EXPECT_THAT(page, AllOf(Not(HasSubstr("name=\"company_name\"")), Not(HasSubstr("name=\"need\"")),
                          HasSubstr("n’y change plus")));
  auto forged = as_it_stands(broker, id, {{"contact_email", "direction@vauquelin.example"}});
  forged.add("company_name", "Autre Société");
  const auto refused = house().post(contact(id), &broker, forged);
  EXPECT_EQ(refused.status, 409);
  EXPECT_THAT(shown(refused), HasSubstr("La police est à la signature ou signée"));
  EXPECT_EQ(now(id).company.name, "Tôlerie Vauquelin");
  EXPECT_EQ(now(id).contact.email, "ines@vauquelin.example");
  ASSERT_EQ(
      correct(broker, id, {{"contact_email", "direction@vauquelin.example"}, {"notes", "Signe M. Vauquelin."}}).status,
      303);
  EXPECT_EQ(now(id).contact.email, "direction@vauquelin.example");
  EXPECT_EQ(now(id).company.siren, "732829320");
}

// C37.corrected
TEST_P(CreditContact, C37_corrected_another_company_is_checked_again_and_a_completed_siren_is_not) {
  const Person broker = this->broker();
  const auto id = by_telephone(broker);
  scene::watch(house(), broker, id);
  const auto kept = [&] { return read([&](db::Transaction& tx) { return credit::acceptance::vigilance_of(tx, id); }); };
  ASSERT_EQ(correct(broker, id, {{"siren", "732829320"}, {"size", "large"}}).status, 303);
  EXPECT_TRUE(kept().file.identity_checked);
  ASSERT_EQ(correct(broker, id, {{"company_name", "Fonderie Vauquelin"}}).status, 303);
  EXPECT_FALSE(kept().file.identity_checked);
  EXPECT_EQ(kept().file.screening, credit::acceptance::Screening::not_done);
  EXPECT_FALSE(kept().screened_on);
  EXPECT_EQ(kept().file.owners_named, "Inès Vauquelin, 100 %");
  EXPECT_FALSE(credit::acceptance::may_sign(kept().file).ok());
  EXPECT_THAT(text_at(file(id), &broker), HasSubstr("nom de l’entreprise ; vigilance à refaire"));
}

// C1.handled
TEST_P(CreditContact, C1_handled_a_colleague_takes_the_file_over_and_the_list_tells_whose_is_whose) {
  const Person broker = this->broker(), stranger = this->broker();
  const auto organisation = broker.actor.organisation;
  const Person colleague = support::new_member(platform(), organisation, Role::member, "Paul Rivet");
  const Person reader = support::new_member(platform(), organisation, Role::reader, "Zoé Lambert");
  const auto handed = support::credit_scene::open(house(), broker), kept = support::credit_scene::open(house(), broker);
  EXPECT_THAT(text_at(contact(handed), &broker), AllOf(HasSubstr("Paul Rivet"), Not(HasSubstr("Zoé Lambert"))));
  for (const auto* other : {&reader, &stranger})
    EXPECT_EQ(correct(broker, handed, {{"handled_by", text(other->actor.account)}}).status, 422);
  ASSERT_EQ(correct(broker, handed, {{"handled_by", text(colleague.actor.account)}}).status, 303);
  EXPECT_EQ(now(handed).handled_by, colleague.actor.account);
  EXPECT_THAT(text_at(file(handed), &colleague),
              AllOf(HasSubstr("Dossier confié à un collègue"), HasSubstr("Paul Rivet")));
  EXPECT_THAT(text_at("/notifications", &colleague), HasSubstr("Dossier confié"));
  const auto listed = [&](const Person& whose) {
    return text_at("/credit?suivi=" + text(whose.actor.account), &broker);
  };
  EXPECT_THAT(listed(colleague), AllOf(HasSubstr(now(handed).reference), Not(HasSubstr(now(kept).reference)),
                                       HasSubstr("1 dossier"), HasSubstr("Suivi par : Paul Rivet")));
  EXPECT_THAT(listed(broker), AllOf(HasSubstr(now(kept).reference), Not(HasSubstr(now(handed).reference))));
  EXPECT_THAT(listed(stranger), HasSubstr("Aucun dossier ne correspond"));
}

TEST_P(CreditContact, C1_corrected_nothing_changed_leaves_no_fact) {
  const Person broker = this->broker();
  const auto id = support::credit_scene::open(house(), broker);
  ASSERT_EQ(correct(broker, id, {}).status, 303);
  EXPECT_THAT(text_at(file(id), &broker), Not(HasSubstr("corrigés")));
}

}  // namespace
