// What people and robots send that should not be: each gets a French sentence beside its field, nothing typed is lost,
// nothing is done twice.
#include <gmock/gmock.h>

#include "support/browser.hpp"
#include "support/files.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/raw_client.hpp"
#include "support/works_scene.hpp"

namespace {

using support::Browser;
using support::FileChoice;
using support::Page;
using support::Person;
namespace scene = support::scene;

class BadInput : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    broker_ = scene::new_broker(house());
    firm_ = scene::new_firm(house());
  }
  Browser as(const Person& person) {
    Browser browser(house().port());
    browser.submit(browser.get("/connexion"), "/connexion",
                   {{"email", person.email}, {"password", std::string(support::password_of_everybody)}});
    return browser;
  }
  works::MandateId accepted() {
    claim_ = scene::declare(house(), broker_);
    const auto mandate = scene::ask(house(), broker_, claim_, firm_);
    scene::accept(house(), firm_, mandate);
    return mandate;
  }
  std::size_t quotes() {
    return read([&](db::Transaction& tx) { return works::quote::of_claim(tx, claim_).size(); });
  }
  std::size_t mails_about(std::string_view subject, identity::OrganisationId to) {
    std::size_t count = 0;
    for (const auto& message : scene::messages_to(house(), to))
      count += message.channel == messages::Channel::mail && message.subject.find(subject) != std::string::npos;
    return count;
  }
  static std::string job_page(works::MandateId mandate) { return "/chantiers/" + std::to_string(mandate.value); }

  Person broker_, firm_;
  works::ClaimId claim_;
};
MANDAT_ON_BOTH_ENGINES(BadInput);

TEST_P(BadInput, of_a_quotes_file_is_told_beside_it_and_the_amounts_stay) {
  const auto job = job_page(accepted());
  Browser firm = as(firm_);
  const std::pair<std::string, std::string> bad[] = {
      {"", "« devis.pdf » est vide"},
      {"bonjour", "« devis.pdf » n’est pas un PDF"},
      {support::sample_jpeg(), "« devis.pdf » n’est pas un PDF"},
      {support::encrypted_pdf("secret"), "protégé par un mot de passe"},
      {support::pdf_with("/OpenAction << /S /JavaScript /JS (1) >>"), "contient un script"},
      {support::sample_pdf().substr(0, 300), "incomplet ou endommagé"},
  };
  for (const auto& [bytes, sentence] : bad) {
    const Page refused =
        firm.submit(firm.get(job), job + "/devis", {{"amount_ht", "1 234,50"}, {"amount_ttc", "1 357,95"}},
                    {{"quote_file", "devis.pdf", "application/pdf", bytes}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.shows(sentence)) << sentence << "\n" << refused.text();
    EXPECT_NE(refused.body.find("value=\"1 234,50\""), std::string::npos) << sentence;
    EXPECT_EQ(quotes(), 0U);
  }
}

TEST_P(BadInput, of_twenty_six_megabytes_is_told_beside_its_field_and_the_amounts_stay) {  // P3.limits
  const auto job = job_page(accepted());
  Browser firm = as(firm_);
  const Page refused =
      firm.submit(firm.get(job), job + "/devis", {{"amount_ht", "1 234,50"}, {"amount_ttc", "1 357,95"}},
                  {{"quote_file", "devis.pdf", "application/pdf", support::sample_pdf() + std::string(26 << 20, ' ')}});
  EXPECT_EQ(refused.status, 413);
  EXPECT_TRUE(refused.shows("« devis.pdf » dépasse 25 Mo")) << refused.text();
  EXPECT_NE(refused.body.find("value=\"1 234,50\""), std::string::npos);
  EXPECT_EQ(quotes(), 0U);
}

TEST_P(BadInput, from_a_browser_closed_in_the_middle_leaves_nothing) {
  const auto mandate = accepted();
  const auto job = job_page(mandate);
  Browser firm = as(firm_);
  const std::string token = firm.get(job).hidden("_jeton");
  const std::string part =
      "--x\r\nContent-Disposition: form-data; name=\"_jeton\"\r\n\r\n" + token +
      "\r\n--x\r\nContent-Disposition: form-data; name=\"quote_file\"; filename=\"devis.pdf\"\r\n\r\n%PDF-1.7 half";
  support::RawClient gone(house().port());
  gone.send("POST " + job + "/devis HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: session=" + firm.cookie("session") +
            "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 90000\r\n\r\n" + part);
  gone.abort();
  EXPECT_TRUE(firm.get(job).shows("Déposer le devis"));
  EXPECT_EQ(quotes(), 0U);
}

TEST_P(BadInput, by_a_double_click_does_each_act_once) {
  const auto job = job_page(accepted());
  Browser firm = as(firm_);
  const Page form = firm.get(job);
  const FileChoice pdf{"quote_file", "devis.pdf", "application/pdf", support::sample_pdf()};
  for (int i = 0; i < 2; ++i)
    EXPECT_EQ(firm.submit(form, job + "/devis", {{"amount_ht", "1 000"}, {"amount_ttc", "1 100"}}, {pdf}).status, 303);
  EXPECT_EQ(quotes(), 1U);
  house().clock().advance(base::minutes{10});  // P5.grouped: the acceptance was news a moment ago
  house().settle();
  EXPECT_EQ(mails_about("Devis reçu", broker_.actor.organisation) + mails_about("evis", broker_.actor.organisation) > 0,
            true);

  Browser broker = as(broker_);
  const std::string file = "/travaux/dossiers/" + std::to_string(claim_.value);
  const auto quote = read([&](db::Transaction& tx) { return works::quote::of_claim(tx, claim_).front(); });
  const std::string of_quote = "/travaux/devis/" + std::to_string(quote.id.value);
  const Page sending = broker.get(file);
  for (int i = 0; i < 2; ++i)
    EXPECT_EQ(broker.submit(sending, of_quote + "/envoi", {{"insurer_address", "sinistres@assureur.example"}}).status,
              303);
  const Page deciding = broker.get(file);
  for (int i = 0; i < 2; ++i)
    EXPECT_EQ(broker.submit(deciding, of_quote + "/decision", {{"answer", "valide"}}).status, 303);
  const auto to_insurer = read([&](db::Transaction& tx) {
    std::size_t count = 0;
    for (const auto& message : messages::of_file(tx, works::file_of(claim_)))
      count += message.to.address == "sinistres@assureur.example";
    return count;
  });
  EXPECT_EQ(to_insurer, 1U);
}

TEST_P(BadInput, of_another_answer_in_a_second_tab_is_refused_and_the_first_stands) {
  const auto mandate = accepted();
  const auto quote = scene::upload_quote(house(), firm_, mandate);
  Browser broker = as(broker_);
  const std::string file = "/travaux/dossiers/" + std::to_string(claim_.value);
  const std::string of_quote = "/travaux/devis/" + std::to_string(quote.value);
  broker.submit(broker.get(file), of_quote + "/envoi", {{"insurer_address", "sinistres@assureur.example"}});
  const Page one_tab = broker.get(file), other_tab = broker.get(file);
  EXPECT_EQ(broker.submit(one_tab, of_quote + "/decision", {{"answer", "valide"}}).status, 303);
  const Page late = broker.submit(other_tab, of_quote + "/decision", {{"answer", "refuse"}});
  EXPECT_EQ(late.status, 409);
  EXPECT_TRUE(late.shows("Ce devis a changé entre-temps")) << late.text();
  EXPECT_TRUE(broker.get(file).shows("devis validé"));
}

TEST_P(BadInput, in_an_address_cannot_add_a_header_to_a_mail) {
  const std::string injected = "sinistres@assureur.example\r\nBcc: tous@exemple.example";
  Browser broker = as(broker_);
  const Page refused = broker.submit(broker.get("/travaux/declarer"), "/travaux/dossiers",
                                     {{"kind", "degat-des-eaux"},
                                      {"trade", "plomberie"},
                                      {"insured_name", "Solène Vernoult"},
                                      {"insured_phone", "06 39 98 45 67"},
                                      {"insured_email", injected},
                                      {"insured_informed", "oui"},
                                      {"address", "14 rue des Glycines"},
                                      {"postal_code", "69003"},
                                      {"insurer_email", injected}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(refused.shows("Cette adresse e-mail n’est pas valable"));

  const auto quote = scene::upload_quote(house(), firm_, accepted());
  const std::string file = "/travaux/dossiers/" + std::to_string(claim_.value);
  const Page again = broker.submit(broker.get(file), "/travaux/devis/" + std::to_string(quote.value) + "/envoi",
                                   {{"insurer_address", injected}});
  EXPECT_EQ(again.status, 422);
  EXPECT_TRUE(again.shows("Indiquez l’adresse e-mail du gestionnaire")) << again.text();
  EXPECT_EQ(mails_about("Bcc", broker_.actor.organisation), 0U);
}

TEST_P(BadInput, in_a_name_cannot_break_a_subject_line) {
  auto form = scene::claim_form();
  form.insured_name = "Solène\r\nBcc: tous@exemple.example";
  claim_ = scene::declare(house(), broker_, form);
  scene::accept(house(), firm_, scene::ask(house(), broker_, claim_, firm_));
  for (const auto& message : scene::messages_to(house(), firm_.actor.organisation))
    EXPECT_EQ(message.subject.find_first_of("\r\n"), std::string::npos) << message.subject;
}

TEST_P(BadInput, everywhere_at_once_is_told_field_by_field) {  // W10
  Browser broker = as(broker_);
  const Page refused = broker.submit(broker.get("/travaux/declarer"), "/travaux/dossiers",
                                     {{"kind", "invente"},
                                      {"trade", "magie"},
                                      {"insured_name", "  "},
                                      {"insured_phone", "0123"},
                                      {"insured_email", "pas une adresse"},
                                      {"address", ""},
                                      {"postal_code", "00000"},
                                      {"loss_day", "2026-02-30"},
                                      {"needed_from", "hier"},
                                      {"insurer", "nulle-part"},
                                      {"description", std::string(2001, 'a')}});
  EXPECT_EQ(refused.status, 422);
  for (const char* sentence :
       {"Choisissez la nature du sinistre", "Choisissez au moins un métier", "Indiquez le nom de l’assuré",
        "Ce numéro de téléphone n’est pas valable", "Cette adresse e-mail n’est pas valable",
        "Indiquez l’adresse du chantier", "Ce code postal n’existe pas", "Cette date n’existe pas",
        "Choisissez une compagnie de la liste", "Ce texte est trop long : 2000 caractères au plus",
        "Informez l’assuré, puis cochez cette case", "12 points sont à corriger"})
    EXPECT_TRUE(refused.shows(sentence)) << sentence;
  EXPECT_NE(refused.body.find("pas une adresse"), std::string::npos);
}

TEST_P(BadInput, that_is_not_text_is_refused_before_any_handler) {
  Browser broker = as(broker_);
  broker.get("/travaux/declarer");
  EXPECT_EQ(broker.post_form("/travaux/dossiers", {{"insured_name", "\xff\xfe"}}).status, 400);
  EXPECT_EQ(broker.get("/recherche?q=%ff").status, 400);
}

}  // namespace
