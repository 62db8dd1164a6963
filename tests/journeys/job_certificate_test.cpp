// The certificate in force when the works begin is kept with the job, whatever the firm brings later (W8.archived,
// W8.start_day).
#include <gmock/gmock.h>

#include <algorithm>

#include "desks/works/admission/application.hpp"
#include "desks/works/certificate/certificate.hpp"
#include "desks/works/mandate/mandate_actions.hpp"
#include "desks/works/task/task.hpp"
#include "floor/audit/audit.hpp"
#include "support/files.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/works_scene.hpp"

namespace {

namespace admission = works::admission;
namespace certificate = works::certificate;
namespace scene = support::scene;
using support::form;
using support::text_of_html;
using testing::HasSubstr;
using testing::Not;

class JobCertificate : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    boss_ = administrator();
    broker_ = scene::new_broker(house());
    firm_ = scene::new_firm(house(), {"plomberie"});
    act([&](platform::Act& act) {
      works::tradesman::replace_coverages(act.tx, firm_->actor.organisation, {});
      admission::insert(act.tx,
                        {.organisation = firm_->actor.organisation,
                         .role = admission::Role::tradesman,
                         .state = admission::State::validated,
                         .orias = {},
                         .submitted = act.now,
                         .waiting_since = {},
                         .decided = act.now},
                        {"plomberie"});
    });
    bring("MAAF n° 1", today() - 30, today() + 60);
  }
  base::Day today() { return base::paris::day_of(house().clock().now()); }

  // The firm sends a certificate, and an administrator accepts it.
  void bring(const std::string& certificate, base::Day from, base::Day until) {
    const auto organisation = firm_->actor.organisation;
    const auto file =
        support::uploaded("file", certificate + ".pdf", support::sample_pdf(certificate), platform().documents.root());
    const auto prepared = platform().documents.prepare(organisation, file, documents::Accept::pdf).value();
    ASSERT_TRUE(act([&](platform::Act& act) {
      return admission::upload(act, organisation, {admission::PaperKind::decennale, prepared});
    }));
    const auto paper = read([&](db::Transaction& tx) { return admission::papers_of(tx, organisation).at(0).id; });
    ASSERT_TRUE(admission::judge(platform(), boss_->actor, paper,
                                 {.kind = admission::Verdict::Kind::accept,
                                  .reason = {},
                                  .valid_from = from,
                                  .valid_until = until,
                                  .trades = {"plomberie"},
                                  .certificate = certificate}));
    house().settle();
  }
  void begin_job() {
    claim_ = scene::declare(house(), *broker_);
    mandate_ = scene::ask(house(), *broker_, claim_, *firm_);
    scene::accept(house(), *firm_, mandate_);
    house().settle();
  }
  web::Response tell_start(const std::string& typed) {
    return house().post("/chantiers/" + std::to_string(mandate_.value) + "/debut", &*firm_,
                        form({{"starts_on", typed}}));
  }
  certificate::Start start() {
    return read([&](db::Transaction& tx) { return certificate::find(tx, mandate_).value(); });
  }
  int status_of(documents::DocumentId id, const support::Person& reader) {
    return house().get("/documents/" + std::to_string(id.value), &reader).status;
  }
  std::string file_page() { return text_at("/travaux/dossiers/" + std::to_string(claim_.value), &*broker_); }
  std::string job_page() { return text_at("/chantiers/" + std::to_string(mandate_.value), &*firm_); }
  int tasks() {
    return read([](db::Transaction& tx) {
      int count = 0;
      for (const auto& task : works::task::open_tasks(tx, {}, 100))
        count += task.kind == works::task::Kind::uncovered_start;
      return count;
    });
  }

  std::optional<support::Person> boss_, broker_, firm_;
  works::ClaimId claim_;
  works::MandateId mandate_;
};
MANDAT_ON_BOTH_ENGINES(JobCertificate);

TEST_P(JobCertificate, IsKeptFromAcceptanceOnAndOutlivesItsReplacement) {  // W8.archived
  begin_job();
  ASSERT_EQ(start().certificates.size(), 1U);
  const auto kept = start().certificates[0];
  EXPECT_EQ(kept.certificate, "MAAF n° 1");
  EXPECT_EQ(start().starts_on, today());
  EXPECT_EQ(start().said, certificate::Said::assumed);
  ASSERT_TRUE(kept.document);
  EXPECT_THAT(file_page(), HasSubstr("MAAF n° 1"));
  EXPECT_THAT(file_page(), HasSubstr("Conservée avec le chantier pendant 10 ans"));
  EXPECT_THAT(job_page(), HasSubstr("MAAF n° 1"));
  EXPECT_EQ(status_of(kept.document, *broker_), 200);
  EXPECT_EQ(status_of(kept.document, *firm_), 200);
  EXPECT_EQ(status_of(kept.document, *boss_), 200);
  EXPECT_EQ(status_of(kept.document, scene::new_firm(house())), 404);
  EXPECT_EQ(status_of(kept.document, scene::new_broker(house())), 404);

  bring("AXA n° 2", today(), today() + 365);
  EXPECT_EQ(start().certificates, std::vector{kept}) << "a later certificate changes nothing";
  EXPECT_EQ(status_of(kept.document, *broker_), 200);
  EXPECT_THAT(file_page(), Not(HasSubstr("AXA n° 2")));
  scene::validate_quote(house(), *broker_, scene::upload_quote(house(), *firm_, mandate_));
  scene::close_job(house(), *firm_, mandate_);
  EXPECT_THAT(file_page(), HasSubstr("MAAF n° 1"));
}

TEST_P(JobCertificate, IsTheOneOfTheDayThatTheFirmTells) {  // W8.archived
  begin_job();
  bring("AXA n° 2", today() + 40, today() + 400);
  EXPECT_EQ(tell_start((today() + 45).iso()).status, 303);
  EXPECT_EQ(start().certificates.at(0).certificate, "AXA n° 2");
  EXPECT_EQ(start().said, certificate::Said::firm);
  EXPECT_THAT(file_page(), HasSubstr("Début des travaux indiqué par Plomberie du Parc"));
  EXPECT_EQ(tell_start((today() + 5).iso()).status, 303);
  EXPECT_EQ(start().certificates.at(0).certificate, "MAAF n° 1");
  EXPECT_EQ(tell_start((today() + 5).iso()).status, 303) << "again: nothing new";
  const auto facts = read([&](db::Transaction& tx) { return audit::facts_of(tx, works::file_of(claim_)); });
  EXPECT_EQ(
      std::count_if(facts.begin(), facts.end(), [](const auto& fact) { return fact.code == "works.job.start_told"; }),
      2);
  EXPECT_EQ(tasks(), 0);
}

TEST_P(JobCertificate, ThatCoversNotTheStartIsToldAndAwaited) {  // W8.start_day
  begin_job();
  EXPECT_EQ(tell_start((today() + 61).iso()).status, 303);
  EXPECT_EQ(start().uncovered, std::vector<std::string>{"plomberie"});
  EXPECT_THAT(job_page(), HasSubstr("Aucune attestation valable le"));
  EXPECT_THAT(job_page(), HasSubstr("Déposez l’attestation qui couvre ce jour"));
  EXPECT_THAT(file_page(), HasSubstr("Aucune attestation valable le"));
  EXPECT_THAT(text_at("/notifications", &*broker_), HasSubstr("Attestation manquante"));
  EXPECT_EQ(tasks(), 1);
  EXPECT_EQ(tell_start((today() + 62).iso()).status, 303);
  EXPECT_EQ(tasks(), 1) << "one for the job";
  EXPECT_THAT(text_at("/administration/taches", &*boss_),
              HasSubstr("Début de travaux qu’aucune attestation ne couvre"));

  bring("AXA n° 2", today() + 61, today() + 425);
  EXPECT_TRUE(start().uncovered.empty());
  EXPECT_EQ(start().certificates.at(0).certificate, "AXA n° 2");
  EXPECT_EQ(tasks(), 0);
  EXPECT_THAT(file_page(), HasSubstr("Attestation de Plomberie du Parc valable au début des travaux"));
  EXPECT_THAT(job_page(), Not(HasSubstr("Aucune attestation valable le")));
}

TEST_P(JobCertificate, IsCoveredAgainByAnotherDayToo) {  // W8.start_day
  begin_job();
  EXPECT_EQ(tell_start((today() + 61).iso()).status, 303);
  EXPECT_EQ(tell_start((today() + 60).iso()).status, 303);
  EXPECT_TRUE(start().uncovered.empty());
  EXPECT_EQ(tasks(), 0);
}

TEST_P(JobCertificate, StartThatCannotBeIsRefusedBesideItsFieldAndKept) {  // W8.start_day
  begin_job();
  const auto said = [&](const std::string& typed) {
    const auto answer = tell_start(typed);
    EXPECT_EQ(answer.status, 422) << typed;
    EXPECT_THAT(answer.body, HasSubstr(typed));
    return text_of_html(answer.body);
  };
  EXPECT_THAT(said(""), HasSubstr("Indiquez le jour où les travaux commencent."));
  EXPECT_THAT(said("31/02/2027"), HasSubstr("Cette date n’existe pas."));
  EXPECT_THAT(said((today() - 1).iso()), HasSubstr("Les travaux ne peuvent pas commencer avant votre acceptation."));
  EXPECT_THAT(said((today() + 731).iso()), HasSubstr("Cette date est trop lointaine"));
  EXPECT_EQ(start().said, certificate::Said::assumed);
  EXPECT_EQ(house().post("/chantiers/" + std::to_string(mandate_.value) + "/debut", &*broker_).status, 403);
  const auto other = scene::new_firm(house());
  EXPECT_EQ(
      house()
          .post("/chantiers/" + std::to_string(mandate_.value) + "/debut", &other, form({{"starts_on", today().iso()}}))
          .status,
      404);
}

TEST_P(JobCertificate, IsShownWithoutDocumentWhereNoneIsKept) {  // W8.archived
  act([&](platform::Act& act) {
    works::tradesman::replace_coverages(act.tx, firm_->actor.organisation,
                                        {{"plomberie", today() - 9, today() + 9, "Reprise n° 7"}});
  });
  begin_job();
  EXPECT_EQ(start().certificates.at(0).certificate, "Reprise n° 7");
  EXPECT_FALSE(start().certificates.at(0).document);
  EXPECT_THAT(file_page(), HasSubstr("Reprise n° 7"));
}

}  // namespace
