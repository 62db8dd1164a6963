// Somebody who joins desk Travaux: signs up, sends papers, is judged (W1 to W8).
#pragma once

#include <gtest/gtest.h>

#include <algorithm>

#include "desks/works/admission/application.hpp"
#include "desks/works/tradesman/tradesman.hpp"
#include "floor/identity/held_accounts.hpp"
#include "floor/messages/messages.hpp"
#include "support/browser.hpp"
#include "support/files.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/joining.hpp"
#include "support/motor_scene.hpp"

namespace support {

inline constexpr std::string_view applicants_mail = "atelier@toits-du-rhone.example";
inline constexpr std::string_view applicants_password = "tuiles romanes et zinc neuf";

inline const std::vector<works::admission::PaperKind> all_papers{
    works::admission::PaperKind::registration, works::admission::PaperKind::decennale,
    works::admission::PaperKind::liability,    works::admission::PaperKind::urssaf,
    works::admission::PaperKind::bank_details, works::admission::PaperKind::identity};

class ApplicantOnBothEngines : public HouseOnBothEngines {
 protected:
  Browser browser() { return Browser(house().port()); }

  Values typed(std::string_view role, std::int64_t siret_number) {
    Values values{{"company", "Les Toits du Rhône"},
                  {"person", "Nadia Vasseline"},
                  {"email", std::string(applicants_mail)},
                  {"mobile", "06 39 98 12 34"},
                  {"siret", motor_scene::a_siret(siret_number).text()},
                  {"postal_code", "69003"},
                  {"password", std::string(applicants_password)}};
    if (role == "courtier") {
      values.push_back({"orias", "13 001 585"});
      values.push_back({"billing", "oui"});
    }
    values.push_back({"street", "9 montée des Ardoises"});
    return values;
  }
  Page send(Browser& by, std::string_view role, Values values, const std::vector<std::string>& trades = {}) {
    const std::string path = "/inscription/" + std::string(role);
    const Page form = by.get(path);
    for (const auto& [name, value] : solved(form)) values.push_back({name, value});
    for (const auto& [name, value] : form.form(path).fields) {
      const bool typed_over = std::any_of(values.begin(), values.end(), [&](const auto& v) { return v.first == name; });
      if (!typed_over) values.push_back({name, value});
    }
    for (const auto& trade : trades) values.push_back({"trades", trade});
    return by.post_form(path, values);
  }
  std::vector<messages::Message> mails() {
    house().settle();
    return read([&](db::Transaction& tx) {
      std::vector<messages::Message> found;
      for (const auto& message : messages::list(tx, {.channel = messages::Channel::mail, .limit = 200}))
        if (message.to.address == applicants_mail) found.push_back(message);
      return found;
    });
  }
  std::string link_in(const messages::Message& message) {
    return read([&](db::Transaction& tx) { return messages::link_target(tx, message, platform().settings); });
  }
  // Signs up and confirms; the path of the papers' link.
  std::string joined(std::string_view role, std::int64_t siret_number, const std::vector<std::string>& trades = {}) {
    Browser by = browser();
    const Page sent = send(by, role, typed(role, siret_number), trades);
    EXPECT_EQ(sent.status, 303) << sent.text();
    const std::string confirm = link_in(mails().at(0));
    EXPECT_TRUE(by.submit(by.get(confirm), confirm).shows("Votre adresse est confirmée"));
    const auto papers = mails().at(0);
    EXPECT_EQ(papers.subject, "Déposez vos pièces justificatives");
    return link_in(papers);
  }
  identity::OrganisationId firm() {
    return read([&](db::Transaction& tx) {
      const auto account = identity::account_with(tx, base::EmailAddress::parse(applicants_mail).value()).value();
      return identity::organisation_of(tx, account).value();
    });
  }
  Page upload(Browser& by, const std::string& link, works::admission::PaperKind kind,
              std::string bytes = sample_pdf("Piece"), Values more = {}) {
    more.push_back({"kind", std::string(works::admission::to_text(kind))});
    return by.post_multipart(link, more, {{"file", "piece.pdf", "application/pdf", std::move(bytes)}});
  }
  std::optional<works::admission::Paper> paper(works::admission::PaperKind kind) {
    const auto organisation = firm();
    return read([&](db::Transaction& tx) -> std::optional<works::admission::Paper> {
      for (auto& one : works::admission::papers_of(tx, organisation))
        if (one.kind == kind) return one;
      return std::nullopt;
    });
  }
  web::Response judge(const Person& admin, works::admission::PaperKind kind, Values values) {
    web::Fields form;
    for (const auto& [name, value] : values) form.add(name, value);
    return house().post("/administration/pieces/" + std::to_string(paper(kind)->id.value), &admin, form);
  }
  std::string last_day(int days) { return (base::paris::day_of(house().clock().now()) + days).iso(); }
  void accept_all(const Person& admin, const std::string& link, const std::vector<works::admission::PaperKind>& kinds,
                  int days = 200) {
    Browser by = browser();
    for (const works::admission::PaperKind kind : kinds) {
      EXPECT_EQ(upload(by, link, kind).status, 200) << works::admission::to_text(kind);
      const auto judged = judge(admin, kind,
                                {{"verdict", "accepter"},
                                 {"valid_until", last_day(days)},
                                 {"trades", "couverture"},
                                 {"certificate", "Assureur X n° 12"}});
      EXPECT_EQ(judged.status, 303) << works::admission::to_text(kind) << text_of_html(judged.body);
    }
  }
  // Signed up with one trade, every paper accepted, and let in; the link of its papers.
  std::string validated(const Person& admin, std::int64_t siret_number, const std::string& trade, int days = 300) {
    const std::string link = joined("artisan", siret_number, {trade});
    accept_all(admin, link, all_papers, days);
    EXPECT_EQ(house().post(application_path() + "/validation", &admin).status, 303);
    house().settle();
    return link;
  }
  // The applicant, signed in now.
  Person member() { return new_member(platform(), firm()); }
  int sign_in() {
    Browser by = browser();
    return by
        .submit(by.get("/connexion"), "/connexion",
                {{"email", std::string(applicants_mail)}, {"password", std::string(applicants_password)}})
        .status;
  }
  works::tradesman::State state_of_firm() {
    const auto organisation = firm();
    return read([&](db::Transaction& tx) { return works::tradesman::find(tx, organisation)->state; });
  }
  std::string application_path() { return "/administration/inscriptions/" + std::to_string(firm().value); }
};

}  // namespace support
