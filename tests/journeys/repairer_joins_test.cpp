// A garage joins: sign-up, confirmation, validation by the firm, first sign-in, further establishments (M1 to M6, M28,
// M31).
#include <gtest/gtest.h>

#include "floor/identity/held_accounts.hpp"
#include "floor/messages/messages.hpp"
#include "support/browser.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/joining.hpp"
#include "support/motor_scene.hpp"

namespace {

namespace scene = support::motor_scene;
using support::Browser;
using support::Page;
using support::Person;
using support::Values;

constexpr std::string_view garage_mail = "contact@garage-du-parc.example";
constexpr std::string_view chosen_password = "quatre roues bien alignées";
constexpr std::string_view form_path = "/inscription/reparateur";

class RepairerJoins : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped()) return;
    firm_ = scene::new_cabinet(house(), "ATMOS");
  }
  Browser browser() { return Browser(house().port()); }

  Values typed(const base::Siret& siret, std::string_view mail = garage_mail) {
    return {{"company", "Garage du Parc"},
            {"email", std::string(mail)},
            {"mobile", "06 39 98 12 34"},
            {"siret", siret.text()},
            {"postal_code", "69003"},
            {"cabinet", std::to_string(firm_.actor.organisation.value)},
            {"password", std::string(chosen_password)}};
  }
  Page send(Browser& by, Values values) {
    const Page form = by.get(form_path);
    for (const auto& [name, value] : support::solved(form)) values.push_back({name, value});
    return by.submit(form, form_path, values);
  }
  std::vector<messages::Message> mails_to(std::string_view address) {
    house().settle();
    return read([&](db::Transaction& tx) {
      std::vector<messages::Message> found;
      for (const auto& message : messages::list(tx, {.limit = 200}))
        if (message.to.address == address) found.push_back(message);
      return found;
    });
  }
  // Follows the newest mail's link and confirms; the page that says so.
  Page confirm(Browser& by, std::string_view address) {
    const auto mail = mails_to(address).at(0);
    const std::string link =
        read([&](db::Transaction& tx) { return messages::link_target(tx, mail, platform().settings); });
    const Page asked = by.get(link);
    EXPECT_TRUE(asked.shows("Confirmer mon adresse"));
    return by.submit(asked, link);
  }
  Page sign_in(Browser& by, std::string_view mail, std::string_view password = chosen_password) {
    return by.submit(by.get("/connexion"), "/connexion",
                     {{"email", std::string(mail)}, {"password", std::string(password)}});
  }
  std::string waiting() {
    const auto all = read([&](db::Transaction& tx) {
      return motor::attachment::of_cabinet(tx, firm_.actor.organisation, motor::attachment::State::requested, {}, 50);
    });
    return all.empty() ? "0" : std::to_string(all.front().id.value);
  }
  web::Response decide(const std::string& what, const std::string& id, const std::string& reason = {}) {
    return house().post("/reparateurs/rattachements/" + id + what, &firm_, support::form({{"reason", reason}}));
  }

  Person firm_;
};
MANDAT_ON_BOTH_ENGINES(RepairerJoins);

TEST_P(RepairerJoins, and_signs_in_once_the_firm_has_validated_the_request) {  // M1, M2, M3, M4, M31.validation
  Browser by = browser();
  const Page door = by.get("/connexion");
  EXPECT_TRUE(door.shows("Je n’ai pas de compte"));
  EXPECT_TRUE(door.shows("Mot de passe oublié"));
  EXPECT_TRUE(door.shows("nos équipes ne connaissent pas votre mot de passe et ne peuvent pas vous le communiquer"));
  ASSERT_TRUE(by.get("/inscription").shows("Réparateur automobile"));
  const Page form = by.get(form_path);
  EXPECT_TRUE(form.shows("Je ne suis pas un robot"));
  EXPECT_TRUE(form.shows("Experts de la Saône (ATMOS)"));

  auto values = typed(scene::a_siret(501));
  values[3].second = values[3].second.insert(9, " ").insert(6, " ").insert(3, " ");  // spaces are stripped
  const Page sent = by.follow(send(by, values));
  EXPECT_TRUE(sent.shows("Consultez vos e-mails"));
  EXPECT_EQ(waiting(), "0");  // nothing before the address is confirmed
  EXPECT_EQ(sign_in(by, garage_mail).status, 422);
  const Page confirmed = confirm(by, garage_mail);
  EXPECT_TRUE(confirmed.shows("Votre adresse est confirmée"));
  EXPECT_TRUE(confirmed.shows("courriers indésirables"));
  EXPECT_TRUE(sign_in(by, garage_mail).shows("Votre inscription est en cours de vérification"));

  const std::string page = text_at("/reparateurs/rattachements", &firm_);
  EXPECT_NE(page.find("Garage du Parc"), std::string::npos);
  EXPECT_NE(page.find(std::string(garage_mail)), std::string::npos);
  EXPECT_EQ(decide("/validation", waiting()).status, 303);
  const auto mail = mails_to(garage_mail).at(0);
  EXPECT_EQ(mail.subject, "Votre compte est activé");
  EXPECT_NE(mail.body.find("/connexion"), std::string::npos);
  EXPECT_EQ(sign_in(by, garage_mail).status, 303);
  EXPECT_TRUE(by.get("/reparateurs/parametres").shows("Confirmé"));
}

TEST_P(RepairerJoins, and_sees_beside_each_field_what_is_wrong_with_it) {  // M2, M3
  Browser by = browser();
  auto values = typed(scene::a_siret(502));
  values[2].second = "04 78 00 00 00";                                // no mobile
  values[3].second = scene::a_siret(502).text().substr(0, 13) + "x";  // 13 digits
  values[4].second = "00000";
  values[5].second = "1";
  values[6].second = "court";
  const Page refused = send(by, values);
  EXPECT_EQ(refused.status, 422);
  for (const std::string_view sentence :
       {"n’est pas un numéro de mobile", "Un numéro SIRET a 14 chiffres", "Ce code postal n’existe pas",
        "Faites un choix dans la liste", "il faut au moins 12 caractères"})
    EXPECT_TRUE(refused.shows(sentence)) << sentence;
  EXPECT_EQ(refused.hidden("company"), "Garage du Parc");  // nothing typed is lost
  EXPECT_EQ(refused.hidden("password"), "");

  auto mistyped = typed(scene::a_siret(502));
  mistyped[3].second.back() = mistyped[3].second.back() == '0' ? '1' : '0';
  EXPECT_TRUE(send(by, mistyped).shows("une faute de frappe s’y est sans doute glissée"));
  // La Poste's establishments need not pass the checksum: the sum of their digits is a multiple of five.
  EXPECT_EQ(send(by, typed(base::Siret::parse("35600000009075").value(), "poste@garage.example")).status, 303);
}

TEST_P(RepairerJoins, once_and_a_second_request_gets_the_same_page_and_a_mail) {  // M5
  Browser by = browser();
  send(by, typed(scene::a_siret(503)));
  confirm(by, garage_mail);
  const Page fresh = by.follow(send(by, typed(scene::a_siret(504), "autre@garage.example")));
  const Page same_siret = by.follow(send(by, typed(scene::a_siret(503), "voisin@garage.example")));
  const Page same_mail = by.follow(send(by, typed(scene::a_siret(505))));
  EXPECT_EQ(same_siret.text(), fresh.text());
  EXPECT_EQ(same_mail.text(), fresh.text());
  EXPECT_TRUE(mails_to("voisin@garage.example").empty());  // whoever typed it hears nothing
  const auto told = mails_to(garage_mail);
  EXPECT_EQ(
      std::count_if(told.begin(), told.end(), [](const auto& m) { return m.subject == "Vous êtes déjà inscrit"; }), 2);
}

// Another SIRET of one SIREN: the cabinet confirms the place, a manager of the firm lets the person in.
TEST_P(RepairerJoins, from_a_second_site_of_his_firm_and_its_manager_lets_him_in) {  // M5.site P1.asked
  const auto site = [](std::string nic) {  // of one SIREN; the last digit makes it pass its checksum
    const std::string siren = scene::a_siret(508).text().substr(0, 9);
    for (char check = '0'; check <= '9'; ++check)
      if (const auto siret = base::Siret::parse(siren + nic + check)) return *siret;
    throw std::logic_error("no such SIRET");
  };
  constexpr std::string_view second_mail = "atelier@garage-du-parc.example";
  Browser by = browser();
  send(by, typed(site("0001")));
  confirm(by, garage_mail);
  decide("/validation", waiting());
  ASSERT_EQ(sign_in(by, garage_mail).status, 303);

  Browser second = browser();
  send(second, typed(site("0002"), second_mail));
  EXPECT_TRUE(confirm(second, second_mail).shows("Votre adresse est confirmée"));
  const std::string request = waiting();
  ASSERT_NE(request, "0") << "it reaches the firm as another establishment";
  EXPECT_EQ(mails_to(garage_mail).at(0).subject, "Une personne demande à rejoindre votre compte");
  EXPECT_TRUE(sign_in(second, second_mail).shows("Votre inscription est en cours de vérification"));
  EXPECT_EQ(decide("/validation", request).status, 303);
  EXPECT_TRUE(sign_in(second, second_mail).shows("Votre inscription est en cours de vérification"))
      << "a cabinet does not open the account of a firm that has a manager";

  const Page members = by.get("/parametres/membres");
  EXPECT_TRUE(members.shows("Demande à rejoindre"));
  const auto account = read([&](db::Transaction& tx) {
    return identity::account_with(tx, base::EmailAddress::parse(second_mail).value()).value();
  });
  const auto let_in = "/parametres/membres/" + std::to_string(account.value) + "/acceptation";
  EXPECT_TRUE(by.follow(by.submit(members, let_in)).shows("La personne est acceptée"));
  EXPECT_EQ(mails_to(second_mail).at(0).subject, "Votre accès est ouvert");
  EXPECT_EQ(sign_in(second, second_mail).status, 303);
  EXPECT_EQ(second.get("/parametres/membres").status, 403) << "a member, not a manager";
}

TEST_P(RepairerJoins, with_the_siren_of_a_broker_and_sees_nothing_of_him) {  // M5.site P1.asked
  const auto siret = scene::a_siret(509);
  const auto organisation = act([&](platform::Act& act) {
    return identity::create_organisation(act, {.name = "Courtage du Parc",
                                               .kinds = {identity::OrganisationKind::broker},
                                               .siren = base::siren_of(siret)})
        .value();
  });
  const Person broker = support::new_member(platform(), organisation);
  Browser by = browser();
  send(by, typed(siret));
  confirm(by, garage_mail);
  const std::string request = waiting();
  ASSERT_NE(request, "0");
  EXPECT_EQ(decide("/validation", request).status, 303);
  EXPECT_TRUE(sign_in(by, garage_mail).shows("Votre inscription est en cours de vérification"));
  // The broker's manager refuses him: he stays out, and learns it.
  const auto account = read([&](db::Transaction& tx) {
    return identity::account_with(tx, base::EmailAddress::parse(garage_mail).value()).value();
  });
  EXPECT_EQ(house()
                .post("/parametres/membres/" + std::to_string(account.value) + "/retrait", &broker, support::form({}))
                .status,
            303);
  EXPECT_EQ(mails_to(garage_mail).at(0).subject, "Votre demande n’a pas été acceptée");
  EXPECT_TRUE(sign_in(by, garage_mail).shows("n’a pas été validée"));
}

TEST_P(RepairerJoins, again_after_a_refusal_whose_reason_he_was_given) {  // M4
  Browser by = browser();
  send(by, typed(scene::a_siret(506)));
  confirm(by, garage_mail);
  const auto without = decide("/refus", waiting());
  EXPECT_EQ(without.status, 422);
  EXPECT_NE(support::text_of_html(without.body).find("Indiquez le motif"), std::string::npos);
  EXPECT_EQ(decide("/refus", waiting(), "Le SIRET est celui d’un autre garage").status, 303);
  EXPECT_NE(mails_to(garage_mail).at(0).body.find("Le SIRET est celui d’un autre garage"), std::string::npos);
  EXPECT_TRUE(sign_in(by, garage_mail).shows("n’a pas été validée : Le SIRET est celui d’un autre garage."));

  send(by, typed(scene::a_siret(507)));
  EXPECT_TRUE(confirm(by, garage_mail).shows("Votre adresse est confirmée"));
  EXPECT_EQ(decide("/validation", waiting()).status, 303);
  EXPECT_EQ(sign_in(by, garage_mail).status, 303);
}

TEST_P(RepairerJoins, and_adds_establishments_that_a_firm_confirms) {  // M5
  const Person repairer = scene::new_repairer(house());
  const auto siret = scene::establishment_of(house(), repairer).siret.value();
  const auto ask = [&](const std::string& typed_siret) {
    return house().post("/reparateurs/etablissements", &repairer,
                        support::form({{"siret", typed_siret},
                                       {"postal_code", "69003"},
                                       {"cabinet", std::to_string(firm_.actor.organisation.value)}}));
  };
  EXPECT_EQ(ask(siret.text()).status, 303);
  EXPECT_EQ(ask(siret.text()).status, 409);  // asked already
  EXPECT_EQ(ask("12").status, 422);
  EXPECT_NE(text_at("/reparateurs/parametres", &repairer).find("Demandé"), std::string::npos);
  const std::string id = waiting();
  EXPECT_EQ(decide("/validation", id).status, 303);
  EXPECT_EQ(decide("/validation", id).status, 409);  // decided already
  EXPECT_NE(text_at("/reparateurs/parametres", &repairer).find("Confirmé"), std::string::npos);
  EXPECT_EQ(decide("/fin", id, "Plus d’activité").status, 303);
  EXPECT_NE(text_at("/reparateurs/parametres", &repairer).find("Plus d’activité"), std::string::npos);
}

TEST_P(RepairerJoins, and_changes_his_mobile_and_password) {  // M28
  const Person repairer = scene::new_repairer(house());
  const auto post = [&](const std::string& mobile) {
    return house().post("/reparateurs/parametres", &repairer, support::form({{"mobile", mobile}}));
  };
  EXPECT_EQ(post("12").status, 422);
  EXPECT_EQ(post("06 39 98 55 66").status, 303);
  const auto page = text_at("/reparateurs/parametres", &repairer);
  EXPECT_NE(page.find("MODIFIER"), std::string::npos);
  EXPECT_NE(house().get("/reparateurs/parametres", &repairer).body.find("06 39 98 55 66"), std::string::npos);
  EXPECT_EQ(house()
                .post("/parametres/mot-de-passe", &repairer,
                      support::form({{"current", std::string(support::password_of_everybody)},
                                     {"wanted", std::string(chosen_password)}}))
                .status,
            303);
  EXPECT_EQ(house().get("/reparateurs/parametres", &repairer).status, 303);  // his former session is over
}

}  // namespace
