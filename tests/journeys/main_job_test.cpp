// The main job as its people live it, over HTTP, on both engines: a claim from declaration to closure, and the ways it
// can go otherwise.
#include <gtest/gtest.h>

#include <vector>

#include "floor/ledger/ledger.hpp"
#include "support/browser.hpp"
#include "support/files.hpp"
#include "support/works_scene.hpp"

namespace {

using support::Browser;
using support::FileChoice;
using support::Page;

class MainJob : public testing::TestWithParam<db::Engine> {
 protected:
  MainJob()
      : house_(GetParam()),
        broker_(support::scene::new_broker(house_)),
        firm_(support::scene::new_firm(house_)),
        second_(support::scene::new_firm(house_, {"plomberie"}, "Deuxième Plomberie")) {}

  Browser signed_in(const support::Person& person) {
    Browser browser(house_.port());
    const Page entry =
        browser.submit(browser.get("/connexion"), "/connexion",
                       {{"email", person.email}, {"password", std::string(support::password_of_everybody)}});
    EXPECT_EQ(entry.status, 303) << entry.text();
    return browser;
  }

  // What the broker types; one field may be changed or added.
  static support::Values declaration(const support::Values& changes = {}) {
    support::Values fields{{"kind", "degat-des-eaux"},
                           {"description", "Fuite sous évier, parquet gondolé."},
                           {"trade", "plomberie"},
                           {"insured_name", "Solène Vernoult"},
                           {"insured_phone", "06 39 98 45 67"},
                           {"insured_informed", "oui"},
                           {"address", "14 rue des Glycines"},
                           {"postal_code", "69003"},
                           {"insurer_email", "sinistres@assureur.example"}};
    for (const auto& [name, value] : changes) {
      std::erase_if(fields, [&, &changed = name](const auto& field) { return field.first == changed; });
      if (!value.empty()) fields.emplace_back(name, value);
    }
    return fields;
  }

  // Declares and mandates the first firm proposed; the path of the file.
  std::string declare_and_mandate(Browser& broker) {
    const Page matches =
        broker.follow(broker.submit(broker.get("/travaux/declarer"), "/travaux/dossiers", declaration()));
    EXPECT_TRUE(matches.shows("Plomberie du Parc")) << matches.text();
    return mandate(broker, matches, firm_);
  }
  std::string mandate(Browser& broker, const Page& matches, const support::Person& firm) {
    const std::string lot = matches.path.substr(0, matches.path.rfind('/'));
    const Page sent =
        broker.post_form(lot + "/mandat", {{"entreprise", std::to_string(firm.actor.organisation.value)}});
    EXPECT_EQ(sent.status, 303) << sent.text();
    house_.settle();
    return sent.location();
  }

  Page answer_by_link(const support::Person& firm, const std::string& choice) {
    Browser phone(house_.port());
    const std::string link = support::scene::link_in_last_sms(house_, firm);
    Page answered = phone.submit(phone.get(link), link, {{"reponse", choice}});
    house_.settle();
    return answered;
  }

  std::string job_of(Browser& firm) {
    const Page jobs = firm.get("/chantiers");
    const auto at = jobs.body.find("/chantiers/", jobs.body.find("<tbody"));
    return at == std::string::npos ? "" : jobs.body.substr(at, jobs.body.find('"', at) - at);
  }

  FileChoice pdf(const std::string& field) {
    return {field, "document.pdf", "application/pdf", support::sample_pdf("Devis")};
  }

  support::House house_;
  support::Person broker_, firm_, second_;
};
INSTANTIATE_TEST_SUITE_P(Engines, MainJob, testing::Values(db::Engine::sqlite, db::Engine::postgres),
                         support::engine_name);

TEST_P(MainJob, W10_to_W28_a_claim_goes_from_declaration_to_both_closures_and_books_its_money) {
  Browser broker = signed_in(broker_);
  const std::string file = declare_and_mandate(broker);
  EXPECT_TRUE(broker.get(file).shows("EN ATTENTE DE DEVIS"));
  EXPECT_TRUE(broker.get(file).shows("en attente de réponse"));

  const Page accepted = answer_by_link(firm_, "accepter");  // W13, W14
  EXPECT_EQ(accepted.status, 200);
  EXPECT_TRUE(accepted.shows("Solène Vernoult")) << accepted.text();
  EXPECT_TRUE(broker.get(file).shows("devis attendu"));

  Browser firm = signed_in(firm_);
  const std::string job = job_of(firm);
  EXPECT_EQ(firm.submit(firm.get(job), job + "/devis", {{"amount_ht", "1 000,00"}, {"amount_ttc", "1 100"}},
                        {pdf("quote_file")})
                .status,
            303);
  EXPECT_TRUE(broker.get(file).shows("EN COURS"));

  const Page with_quote = broker.get(file);  // W22
  const std::string sending = with_quote.body.substr(with_quote.body.find("/travaux/devis/"));
  const std::string quote = sending.substr(0, sending.find("/envoi"));
  EXPECT_EQ(broker.submit(with_quote, quote + "/envoi").status, 303);
  house_.settle();
  EXPECT_TRUE(broker.get(file).shows("devis chez l’assureur"));
  EXPECT_EQ(broker.submit(broker.get(file), quote + "/decision", {{"answer", "valide"}}).status, 303);
  EXPECT_TRUE(broker.get(file).shows("devis validé"));

  EXPECT_EQ(firm.submit(firm.get(job), job + "/cloture", {{"invoiced_ht", "1 000"}}, {pdf("invoice_file")}).status,
            303);  // W25
  EXPECT_TRUE(broker.get(file).shows("chantier clos, dossier à clore"));
  EXPECT_EQ(broker.submit(broker.get(file), file + "/cloture").status, 303);  // W26
  EXPECT_TRUE(broker.get(file).shows("CLÔTURÉ"));

  house_.database().read([&](db::Transaction& tx) {
    using ledger::AccountKind;
    EXPECT_EQ(ledger::balance(tx, AccountKind::commission_receivable, firm_.actor.organisation),
              base::Money::euros(120));  // W27
    EXPECT_EQ(ledger::balance(tx, AccountKind::bonus_payable, broker_.actor.organisation),
              -base::Money::euros(50));  // W28
    EXPECT_TRUE(ledger::check(tx).unbalanced.empty());
  });
}

TEST_P(MainJob, W14_the_insured_is_nowhere_in_what_the_firm_can_see_before_it_accepts_nor_after_it_loses_the_job) {
  Browser broker = signed_in(broker_);
  declare_and_mandate(broker);
  Browser firm = signed_in(firm_);
  const std::string job = job_of(firm);
  const auto hidden_everywhere = [&] {
    Browser phone(house_.port());
    for (const Page& page :
         {phone.get(support::scene::link_in_last_sms(house_, firm_)), firm.get("/chantiers"), firm.get(job)})
      for (const char* secret : {"Vernoult", "39 98 45 67", "639984567", "Glycines"})
        EXPECT_FALSE(page.shows(secret)) << page.path;
  };
  hidden_everywhere();
  for (const auto& message : support::scene::messages_to(house_, firm_.actor.organisation))
    EXPECT_EQ((message.subject + message.body).find("Vernoult"), std::string::npos);
  house_.clock().advance(base::hours(48));
  house_.settle();
  hidden_everywhere();
}

TEST_P(MainJob, W16_W21_a_request_without_answer_expires_and_the_broker_chooses_again_with_nothing_retyped) {
  Browser broker = signed_in(broker_);
  const std::string file = declare_and_mandate(broker);
  const std::string link = support::scene::link_in_last_sms(house_, firm_);
  house_.clock().advance(base::hours(47));
  house_.settle();
  EXPECT_TRUE(signed_in(broker_).get(file).shows("en attente de réponse"));
  house_.clock().advance(base::hours(1));
  house_.settle();
  Browser later = signed_in(broker_);  // the session has ended meanwhile
  const Page expired = later.get(file);
  EXPECT_TRUE(expired.shows("à réattribuer")) << expired.text();

  Browser phone(house_.port());
  EXPECT_EQ(phone.get(link).status, 200);
  EXPECT_TRUE(phone.get(link).shows("Le délai de réponse est passé"));
  EXPECT_EQ(phone.post_form(link, {{"reponse", "accepter"}}).status, 409);

  const auto at = expired.body.find("/travaux/lots/");
  const Page matches = later.get(expired.body.substr(at, expired.body.find('"', at) - at));
  EXPECT_FALSE(matches.body.find("value=\"" + std::to_string(firm_.actor.organisation.value) + "\"") !=
               std::string::npos);
  mandate(later, matches, second_);
  EXPECT_EQ(answer_by_link(second_, "accepter").status, 200);
  EXPECT_TRUE(later.get(file).shows("devis attendu"));
}

TEST_P(MainJob, W13_a_robot_that_opens_the_link_a_hundred_times_decides_nothing) {
  Browser broker = signed_in(broker_);
  const std::string file = declare_and_mandate(broker);
  const std::string link = support::scene::link_in_last_sms(house_, firm_);
  Browser robot(house_.port());
  for (int i = 0; i < 50; ++i) {
    EXPECT_EQ(robot.get(link).status, 200);
    EXPECT_EQ(robot.send("HEAD", link, "", "").status, 200);
  }
  EXPECT_TRUE(broker.get(file).shows("en attente de réponse"));
  EXPECT_EQ(robot.post_form(link, {}).status, 422);  // no choice is preselected
  EXPECT_TRUE(broker.get(file).shows("en attente de réponse"));
}

TEST_P(MainJob, W13_a_tampered_or_unknown_link_opens_nothing_and_says_so) {
  Browser broker = signed_in(broker_);
  declare_and_mandate(broker);
  std::string link = support::scene::link_in_last_sms(house_, firm_);
  link.back() = link.back() == 'a' ? 'b' : 'a';
  Browser phone(house_.port());
  EXPECT_EQ(phone.get(link).status, 404);
  EXPECT_TRUE(phone.get(link).shows("Ce lien n’est pas valable"));
  EXPECT_EQ(phone.get("/m/nimporte-quoi").status, 404);
}

TEST_P(MainJob, W13_answering_twice_the_same_is_harmless_and_the_other_way_changes_nothing) {
  Browser broker = signed_in(broker_);
  const std::string file = declare_and_mandate(broker);
  const std::string link = support::scene::link_in_last_sms(house_, firm_);
  Browser phone(house_.port());
  EXPECT_EQ(phone.post_form(link, {{"reponse", "accepter"}}).status, 200);
  EXPECT_EQ(phone.post_form(link, {{"reponse", "accepter"}}).status, 200);
  EXPECT_EQ(phone.post_form(link, {{"reponse", "refuser"}}).status, 409);
  EXPECT_TRUE(broker.get(file).shows("devis attendu"));
  EXPECT_FALSE(phone.get(link).shows("Vernoult"));  // opening the link again shows no personal data (P7)
}

TEST_P(MainJob, W21_a_refusal_and_its_reason_reach_the_broker_by_mail_and_on_the_platform) {
  Browser broker = signed_in(broker_);
  const std::string file = declare_and_mandate(broker);
  Browser phone(house_.port());
  const std::string link = support::scene::link_in_last_sms(house_, firm_);
  phone.submit(phone.get(link), link, {{"reponse", "refuser"}, {"reason", "Planning complet"}});
  house_.settle();
  EXPECT_TRUE(broker.get(file).shows("à réattribuer"));
  int mails = 0;
  int notices = 0;
  for (const auto& message : support::scene::messages_to(house_, broker_.actor.organisation)) {
    if (message.subject.find("Refus") == std::string::npos) continue;
    EXPECT_NE(message.body.find("Planning complet"), std::string::npos);
    (message.channel == messages::Channel::mail ? mails : notices) += 1;
  }
  EXPECT_EQ(mails, 1);
  EXPECT_EQ(notices, 1);
}

TEST_P(MainJob, W10_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost) {
  Browser broker = signed_in(broker_);
  const Page form = broker.get("/travaux/declarer");
  const Page refused = broker.submit(
      form, "/travaux/dossiers",
      declaration({{"postal_code", "69999"}, {"insured_phone", "12"}, {"description", "Appelez le 06 39 98 45 67"}}));
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(refused.shows("Ce code postal n’existe pas")) << refused.text();
  EXPECT_TRUE(refused.shows("Ce numéro de téléphone n’est pas valable"));
  EXPECT_TRUE(refused.shows("Retirez les numéros de téléphone"));
  EXPECT_TRUE(refused.body.find("Solène Vernoult") != std::string::npos);
  const Page corrected = broker.submit(refused, "/travaux/dossiers", declaration());
  EXPECT_EQ(corrected.status, 303);
}

TEST_P(MainJob, W10_a_double_click_declares_once) {
  Browser broker = signed_in(broker_);
  const Page form = broker.get("/travaux/declarer");
  const auto first = broker.submit(form, "/travaux/dossiers", declaration()).location();
  EXPECT_EQ(broker.submit(form, "/travaux/dossiers", declaration()).location(), first);
}

TEST_P(MainJob, W22_a_double_click_uploads_one_quote_and_sends_it_once) {
  Browser broker = signed_in(broker_);
  const std::string file = declare_and_mandate(broker);
  answer_by_link(firm_, "accepter");
  Browser firm = signed_in(firm_);
  const Page job = firm.get(job_of(firm));
  const auto upload = [&](const std::string& ht) {
    return firm.submit(job, job.path + "/devis", {{"amount_ht", ht}, {"amount_ttc", "1 100"}}, {pdf("quote_file")})
        .status;
  };
  for (int click = 0; click < 2; ++click) EXPECT_EQ(upload("1 000"), 303);
  const auto sent = [&](identity::OrganisationId to, std::string_view subject) {
    house_.clock().advance(base::minutes(10));  // news that came close together (P5.grouped) has left
    house_.settle();
    int mails = 0;
    for (const auto& message : support::scene::messages_to(house_, to))
      mails += message.channel == messages::Channel::mail && message.subject.find(subject) != std::string::npos;
    return mails;
  };
  EXPECT_EQ(sent(broker_.actor.organisation, "Devis reçu"), 1);
  EXPECT_EQ(upload("990"), 303);  // another amount is another quote
  EXPECT_EQ(sent(broker_.actor.organisation, "Devis reçu"), 2);

  const Page seen = broker.get(file);
  const std::string sending = seen.body.substr(seen.body.find("/travaux/devis/"));
  const std::string form = sending.substr(0, sending.find('"'));
  for (int click = 0; click < 2; ++click) EXPECT_EQ(broker.submit(seen, form).status, 303);
  EXPECT_EQ(sent({}, "Devis de réparation"), 1);
  house_.clock().advance(base::minutes(1));
  const Page again = broker.get(file);  // who sees that it was sent, and sends it again, means it
  for (int click = 0; click < 2; ++click) EXPECT_EQ(broker.submit(again, form).status, 303);
  EXPECT_EQ(sent({}, "Devis de réparation"), 2);
  EXPECT_EQ(broker.submit(again, form, {{"insurer_address", "autre@assureur.example"}}).status, 303);
  EXPECT_EQ(sent({}, "Devis de réparation"), 3);
}

TEST_P(MainJob, W19_an_overdue_quote_alerts_the_broker_and_reminders_left_before) {
  Browser broker = signed_in(broker_);
  const std::string file = declare_and_mandate(broker);
  answer_by_link(firm_, "accepter");
  for (int day = 0; day < 7; ++day) {
    house_.clock().advance(base::hours(24));
    house_.settle();
  }
  Browser later = signed_in(broker_);
  EXPECT_TRUE(later.get(file).shows("devis en retard"));
  int reminders = 0;
  for (const auto& message : support::scene::messages_to(house_, firm_.actor.organisation))
    reminders +=
        message.channel == messages::Channel::mail && message.subject.find("Devis attendu") != std::string::npos;
  EXPECT_EQ(reminders, 2);  // W19.reminders
  Browser firm = signed_in(firm_);
  const std::string job = job_of(firm);
  EXPECT_EQ(
      firm.submit(firm.get(job), job + "/devis", {{"amount_ht", "900"}, {"amount_ttc", "990"}}, {pdf("quote_file")})
          .status,
      303);
  EXPECT_TRUE(later.get(file).shows("devis à transmettre"));
}

}  // namespace
