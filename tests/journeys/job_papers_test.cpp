// The firm brings photos before and after the works, and the procès-verbal de réception (W25.papers), from the page of
// its job, over HTTP.
#include <gmock/gmock.h>

#include "desks/works/closure/papers.hpp"
#include "support/asked_on_both_engines.hpp"
#include "support/browser.hpp"
#include "support/files.hpp"

namespace {

using support::Browser;
using support::FileChoice;
using support::Page;
using support::Person;
namespace scene = support::scene;

class JobPapers : public support::AskedOnBothEngines {
 protected:
  Browser as(const Person& person) {
    Browser browser(house().port());
    browser.submit(browser.get("/connexion"), "/connexion",
                   {{"email", person.email}, {"password", std::string(support::password_of_everybody)}});
    return browser;
  }
  static FileChoice photo(const std::string& field, int width) {
    return {field, "chantier-" + std::to_string(width) + ".jpg", "image/jpeg", support::sample_jpeg(width)};
  }
  static FileChoice report() { return {"acceptance_report", "pv.pdf", "application/pdf", support::sample_pdf("PV")}; }
  Page bring(Browser& firm, const std::vector<FileChoice>& files) {
    return firm.submit(firm.get(job_), job_ + "/pieces", {}, files);
  }
  std::size_t documents() {
    return read([&](db::Transaction& tx) { return documents::of_file(tx, works::file_of(claim_)).size(); });
  }
};
MANDAT_ON_BOTH_ENGINES(JobPapers);

TEST_P(JobPapers, SeveralAtOnceAreSeenByTheBrokerAndAdministrators) {  // W25.papers
  scene::accept(house(), firm_, mandate_);
  Browser firm = as(firm_);
  const Page done =
      bring(firm, {photo("before_photos", 60), photo("before_photos", 61), photo("after_photos", 62), report()});
  EXPECT_EQ(done.status, 303) << done.text();
  EXPECT_TRUE(firm.follow(done).shows("4 pièces ajoutées"));
  for (const Person& reader : {broker_, administrator()}) {
    Browser browser = as(reader);
    const Page file = browser.get(file_);
    for (const char* shown :
         {"Avant travaux", "Après travaux", "pv.pdf", "Procès-verbal de réception", "Photos ou procès-verbal ajoutés"})
      EXPECT_TRUE(file.shows(shown)) << shown;
    EXPECT_NE(file.body.find("alt=\"Photo avant travaux 2\""), std::string::npos);
    const auto at = file.body.find("/documents/");
    EXPECT_EQ(browser.get(file.body.substr(at, file.body.find('"', at) - at)).status, 200);
  }
}

TEST_P(JobPapers, SentTwiceStandOnce) {  // W25.papers
  scene::accept(house(), firm_, mandate_);
  Browser firm = as(firm_);
  EXPECT_EQ(bring(firm, {photo("after_photos", 60), photo("after_photos", 60)}).status, 303);
  EXPECT_EQ(documents(), 1U);
  EXPECT_TRUE(firm.follow(bring(firm, {photo("after_photos", 60)})).shows("étaient déjà au dossier"));
  EXPECT_EQ(documents(), 1U);
}

TEST_P(JobPapers, ThatCannotBeTakenAreNamedBesideTheirFieldAndNoneIsKept) {  // W25.papers
  scene::accept(house(), firm_, mandate_);
  Browser firm = as(firm_);
  const Page refused = bring(firm, {photo("before_photos", 60),
                                    {"before_photos", "faux.jpg", "image/jpeg", "bonjour"},
                                    {"acceptance_report", "vide.pdf", "application/pdf", ""}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(refused.shows("« faux.jpg » n’est pas une photo JPEG, PNG ou WebP")) << refused.text();
  EXPECT_TRUE(refused.shows("« vide.pdf » est vide"));
  EXPECT_EQ(documents(), 0U);
  EXPECT_TRUE(bring(firm, {}).shows("Choisissez au moins une photo"));
}

TEST_P(JobPapers, BelongToTheFirmThatHoldsTheJob) {  // W25.papers, W14, P2
  Browser firm = as(firm_);
  const Page job = firm.get(job_);
  EXPECT_EQ(firm.post_multipart(job_ + "/pieces", {}, {photo("after_photos", 60)}).status, 409);
  scene::accept(house(), firm_, mandate_);
  const Person other_firm = scene::new_firm(house(), {"plomberie"}, "Autre Plomberie");
  Browser other = as(other_firm);
  other.get("/chantiers");
  EXPECT_EQ(other.post_multipart(job_ + "/pieces", {}, {photo("after_photos", 60)}).status, 404);
  EXPECT_EQ(documents(), 0U);
  EXPECT_EQ(bring(firm, {photo("after_photos", 60)}).status, 303);
  const auto id = read([&](db::Transaction& tx) { return documents::of_file(tx, works::file_of(claim_)).front().id; });
  EXPECT_EQ(other.get("/documents/" + std::to_string(id.value)).status, 404);
}

TEST_P(JobPapers, ComeWithTheClosureOrAfterIt) {  // W25.papers
  scene::accept(house(), firm_, mandate_);
  scene::validate_quote(house(), broker_, scene::upload_quote(house(), firm_, mandate_));
  Browser firm = as(firm_);
  const FileChoice invoice{"invoice_file", "facture.pdf", "application/pdf", support::sample_pdf("Facture")};
  const auto quote_only = documents();
  const Page wrong = firm.submit(firm.get(job_), job_ + "/cloture", {{"invoiced_ht", "1 000,00"}},
                                 {{"after_photos", "faux.jpg", "image/jpeg", "bonjour"}, invoice});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(wrong.body.find("value=\"1 000,00\"") != std::string::npos) << wrong.text();
  EXPECT_EQ(documents(), quote_only);
  EXPECT_EQ(firm.submit(firm.get(job_), job_ + "/cloture", {{"invoiced_ht", "1 000,00"}},
                        {photo("after_photos", 60), report(), invoice})
                .status,
            303);
  EXPECT_EQ(documents(), quote_only + 3);
  EXPECT_EQ(bring(firm, {photo("after_photos", 61)}).status, 303);
  EXPECT_EQ(documents(), quote_only + 4);
}

TEST_P(JobPapers, AreNotWithoutEnd) {  // W25.papers
  scene::accept(house(), firm_, mandate_);
  const auto attach = [&](int first, int count) {
    std::vector<works::closure::Paper> papers;
    for (int i = first; i < first + count; ++i)
      papers.push_back({{.sha256 = std::string(60, 'a') + std::to_string(1000 + i),
                         .type = documents::MediaType::jpeg,
                         .size = 1,
                         .filename = "photo.jpg",
                         .has_thumbnail = false},
                        works::closure::paper_kind::after_photo});
    return works::closure::add_papers(platform(), firm_.actor, mandate_, papers);
  };
  EXPECT_EQ(attach(0, 60).value(), 60);
  EXPECT_TRUE(attach(60, 1).refused_as(works::closure::too_many_papers));
  EXPECT_EQ(documents(), 60U);
}

}  // namespace
