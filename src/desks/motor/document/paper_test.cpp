#include "desks/motor/document/paper_actions.hpp"

#include <gtest/gtest.h>

#include "desks/motor/file/flags.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/motor_scene.hpp"

namespace motor::document {
namespace {

namespace scene = support::motor_scene;
using base::Money;
using file::Event;
using file::State;
using support::Person;

TEST(MotorPapers, M16_M17_are_told_in_the_words_of_the_source) {
  Paper paper{.id = {},
              .file = {},
              .document = {},
              .way = Way::sent,
              .kind = Kind::quote,
              .name = "",
              .author = {},
              .at = base::paris::at(*base::Day::of(2026, 9, 1), 0, 30),
              .amount = {}};
  EXPECT_EQ(sent_sentence(paper), "Un \"Devis\" a été envoyé le 01-09-2026");
  paper.kind = Kind::invoice;
  paper.verdict = Verdict::non_compliant;
  EXPECT_EQ(sent_sentence(paper), "Une \"Facture non-conforme\" a été envoyée le 01-09-2026");
  EXPECT_EQ(posted_name(Kind::provisional_report, "ATMOS", "255033006", 1'334'468),
            "RAPPORT_PROVISOIRE_ATMOS_255033006_1334468.pdf");
  EXPECT_EQ(posted_name(Kind::report, "ATMOS", "255/033.006", 1), "RAPPORT_ATMOS_255-033-006_1.pdf");
}

TEST(MotorPapers, M18_are_of_six_kinds_named_to_the_letter) {
  const std::vector<std::string_view> labels{
      "DEVIS",         "FACTURE", "CONTROLE DE GEOMETRIE", "DERNIER CONTROLE TECHNIQUE", "FACTURE D'ACHAT DE PIECE",
      "AUTRE DOCUMENT"};
  ASSERT_EQ(std::size(sent_kinds), labels.size());
  for (std::size_t i = 0; i < labels.size(); ++i) EXPECT_EQ(label(sent_kinds[i]), labels[i]);
}

class PaperActs : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    firm_ = scene::new_cabinet(house(), "ATMOS");
    garage_ = scene::new_repairer(house());
    id_ = scene::new_file(house(), firm_, garage_);
  }
  template <class F>
  auto acting(const Person& by, F work) {
    return act(work, platform::Author::of(by.actor));
  }
  base::Outcome<base::Done> judged(PaperId id, Verdict verdict, std::string_view reason = {}) {
    return acting(firm_, [&](platform::Act& act) { return judge(act, firm_.actor, id, verdict, reason); });
  }
  base::Outcome<base::Done> agreed(const Person& by, PaperId id, Agreement agreement, std::string_view reason = {}) {
    return acting(by, [&](platform::Act& act) { return agree(act, by.actor, id, agreement, reason); });
  }
  State state() { return scene::file(house(), id_).position.state; }
  std::vector<Paper> seen_by(const Person& by) {
    return read([&](db::Transaction& tx) { return of_file(tx, *file::find(tx, id_), by.actor); });
  }
  std::vector<std::string> notices_to(const Person& by) {
    std::vector<std::string> subjects;
    for (const auto& message : read([&](db::Transaction& tx) { return messages::of_file(tx, file_of(id_)); }))
      if (message.to.organisation == by.actor.organisation) subjects.push_back(message.subject);
    return subjects;
  }

  Person firm_, garage_;
  FileId id_;
};
MANDAT_ON_BOTH_ENGINES(PaperActs);

TEST_P(PaperActs, M32_a_report_posted_is_news_gives_the_total_and_moves_the_state) {
  scene::post_report(house(), firm_, id_, Money::euros(1905));
  EXPECT_EQ(state(), State::in_progress);
  const auto file = scene::file(house(), id_);
  EXPECT_EQ(file.last_amount, Money::euros(1905));
  EXPECT_EQ(file.posted, 1);
  const auto papers = seen_by(garage_);
  ASSERT_EQ(papers.size(), 1U);
  EXPECT_EQ(papers[0].name, "RAPPORT_PROVISOIRE_ATMOS_" + file.reference + "_1.pdf");
  EXPECT_EQ(notices_to(garage_), std::vector<std::string>{"Rapport provisoire · dossier " + file.reference});
}

TEST_P(PaperActs, M19_the_latest_report_is_the_last_one_posted) {
  scene::post_report(house(), firm_, id_, Money::euros(100));
  const auto last = scene::post_report(house(), firm_, id_, Money::euros(120), Kind::report);
  scene::send(house(), garage_, id_, Kind::quote);
  EXPECT_EQ(latest_report(seen_by(garage_))->id, last);
  const auto without_total = acting(firm_, [&](platform::Act& act) {
    return post(act, firm_.actor, id_, {.kind = Kind::report, .file = scene::a_pdf()});
  });
  EXPECT_TRUE(without_total.refused_as(amount_missing));
}

TEST_P(PaperActs, M16_a_document_is_judged_once_with_a_reason_when_it_is_not_compliant) {
  const auto quote = scene::send(house(), garage_, id_, Kind::quote);
  EXPECT_TRUE(judged(quote, Verdict::non_compliant, "  ").refused_as(reason_missing));
  EXPECT_TRUE(judged(quote, Verdict::none).refused_as(choice_missing));
  EXPECT_TRUE(judged(quote, Verdict::non_compliant, "Sans SIRET").ok());
  EXPECT_TRUE(judged(quote, Verdict::compliant).refused_as(already_judged));
  EXPECT_EQ(seen_by(garage_)[0].verdict_reason, "Sans SIRET");
  EXPECT_EQ(notices_to(garage_),
            std::vector<std::string>{"Devis non-conforme · dossier " + scene::file(house(), id_).reference});
}

TEST_P(PaperActs, M11_an_invoice_moves_the_file_to_its_end) {
  scene::post_report(house(), firm_, id_);
  const auto first = scene::send(house(), garage_, id_, Kind::invoice, Money::euros(1300));
  EXPECT_EQ(state(), State::awaiting_invoice);
  ASSERT_TRUE(judged(first, Verdict::non_compliant, "TVA fausse").ok());
  EXPECT_EQ(state(), State::awaiting_invoice);
  const auto second = scene::send(house(), garage_, id_, Kind::invoice, Money::euros(1200));
  ASSERT_TRUE(judged(second, Verdict::compliant).ok());
  EXPECT_EQ(state(), State::closed);
  const auto late = acting(garage_, [&](platform::Act& act) {
    return send(act, garage_.actor, id_, {{Kind::quote, scene::a_pdf(), {}}});
  });
  EXPECT_TRUE(late.refused_as(file_closed));
}

TEST_P(PaperActs, M11_return_happens_when_all_that_was_sent_is_judged) {
  scene::bring_to(house(), firm_, id_, State::visit_planned);
  scene::bring_to(house(), firm_, id_, State::awaiting_documents);
  const auto one = scene::send(house(), garage_, id_, Kind::roadworthiness);
  const auto two = scene::send(house(), garage_, id_, Kind::other);
  ASSERT_TRUE(judged(one, Verdict::compliant).ok());
  EXPECT_EQ(state(), State::awaiting_documents);
  ASSERT_TRUE(judged(two, Verdict::compliant).ok());
  EXPECT_EQ(state(), State::visit_planned);
}

TEST_P(PaperActs, M17_the_repairer_agrees_or_says_why_not) {
  const auto report = scene::post_report(house(), firm_, id_);
  EXPECT_TRUE(agreed(garage_, report, Agreement::disagreed).refused_as(reason_missing));
  EXPECT_TRUE(agreed(garage_, report, Agreement::disagreed, "Aile oubliée").ok());
  EXPECT_EQ(seen_by(firm_)[0].agreement_reason, "Aile oubliée");
  EXPECT_TRUE(agreed(garage_, report, Agreement::agreed).ok());
  EXPECT_TRUE(agreed(firm_, report, Agreement::agreed).refused_as(unknown));
  EXPECT_TRUE(agreed(scene::new_repairer(house()), report, Agreement::agreed).refused_as(unknown));
  const auto quote = scene::send(house(), garage_, id_, Kind::quote);
  EXPECT_TRUE(agreed(garage_, quote, Agreement::agreed).refused_as(unknown));
}

TEST_P(PaperActs, M8_M16_another_repairer_reads_nothing_of_what_the_first_sent) {
  scene::post_report(house(), firm_, id_);
  const auto sent = scene::send(house(), garage_, id_, Kind::quote);
  const Person second = scene::new_repairer(house());
  scene::attach(house(), firm_, second);
  const auto said = scene::particulars("", *scene::establishment_of(house(), second).siret);
  ASSERT_TRUE(acting(firm_, [&](platform::Act& act) { return file::correct(act, firm_.actor, id_, said); }).ok());
  ASSERT_EQ(seen_by(second).size(), 1U);
  EXPECT_EQ(seen_by(second)[0].way, Way::posted);
  const auto told = notices_to(second);  // of the file that is now his
  ASSERT_TRUE(judged(sent, Verdict::non_compliant, "Illisible").ok());
  EXPECT_EQ(notices_to(second).size(), told.size()) << "the verdict is the first one's";
}

TEST_P(PaperActs, M20_the_acceptance_to_pay_is_the_latest_with_its_terms) {
  const auto accept = [&](Money amount) {
    return acting(firm_, [&](platform::Act& act) {
      return post(act, firm_.actor, id_,
                  {.kind = Kind::payment_agreement,
                   .file = scene::a_pdf(),
                   .amount = {},
                   .agreement = PaymentAgreement{.document = {},
                                                 .amount = amount,
                                                 .excess = Money::euros(150),
                                                 .vat_left = Money{},
                                                 .valid_until = *base::Day::of(2027, 1, 31),
                                                 .posted = {}}});
    });
  };
  ASSERT_TRUE(accept(Money::euros(1000)).ok());
  ASSERT_TRUE(accept(Money::euros(1050)).ok());
  const auto holds = read([&](db::Transaction& tx) { return payment_agreement(tx, id_); });
  EXPECT_EQ(holds->amount, Money::euros(1050));
  EXPECT_EQ(holds->excess, Money::euros(150));
  EXPECT_EQ(state(), State::awaiting_appointment) << "an acceptance moves nothing";
}

TEST_P(PaperActs, M19_a_draft_of_an_invoice_is_its_authors_and_lasts_half_a_day) {
  const auto draft =
      acting(garage_, [&](platform::Act& act) { return keep_draft(act, garage_.actor, id_, scene::a_pdf(), {}); });
  const auto found = [&](const Person& by) {
    return read(
        [&](db::Transaction& tx) { return find_draft(tx, draft, by.actor, platform().clock.now()).has_value(); });
  };
  EXPECT_TRUE(found(garage_));
  EXPECT_FALSE(found(firm_));
  house().clock().advance(base::hours(12) + base::seconds(1));
  EXPECT_FALSE(found(garage_));
}

TEST_P(PaperActs, M35_danger_a_gravely_damaged_vehicle_waits_for_its_conformity_report) {  // M35.danger
  const auto note = [&](file::Mark mark) {
    return acting(firm_, [&](platform::Act& act) { return file::note(act, firm_.actor, id_, mark); });
  };
  scene::bring_to(house(), firm_, id_, State::in_progress);
  ASSERT_TRUE(note(file::Mark::danger_vge).ok());
  const auto announce = [&] {
    return acting(firm_, [&](platform::Act& act) {
      auto file = file::find(act.tx, id_).value();
      return file::apply(act, file, Event::works_announced);
    });
  };
  EXPECT_TRUE(announce().refused_as(file::conformity_missing));
  const auto invoice = scene::send(house(), garage_, id_, Kind::invoice, Money::euros(10));
  EXPECT_TRUE(judged(invoice, Verdict::compliant).refused_as(file::conformity_missing));
  ASSERT_TRUE(acting(firm_, [&](platform::Act& act) {
                return post(act, firm_.actor, id_, {.kind = Kind::conformity_report, .file = scene::a_pdf()});
              }).ok());
  EXPECT_TRUE(announce().ok());
  EXPECT_TRUE(judged(invoice, Verdict::compliant).ok());
}

TEST_P(PaperActs, M35_an_irreparable_vehicle_starts_fifteen_days_then_thirty) {
  const auto note = [&](file::Mark mark) {
    return acting(firm_, [&](platform::Act& act) { return file::note(act, firm_.actor, id_, mark); });
  };
  const auto due = [&](std::string_view rule) {
    return read(
        [&](db::Transaction& tx) { return deadlines::pending(tx, file::irreparable_subject, id_.value, rule); });
  };
  EXPECT_TRUE(note(file::Mark::insurer_offer).refused_as(file::flag_not_now));
  ASSERT_TRUE(note(file::Mark::irreparable).ok());
  const auto now = platform().clock.now();
  ASSERT_TRUE(due("M35.offer"));
  EXPECT_EQ(due("M35.offer")->due, deadlines::end_of_day_after(now, 15));
  ASSERT_TRUE(note(file::Mark::insurer_offer).ok());
  EXPECT_FALSE(due("M35.offer"));
  ASSERT_TRUE(due("M35.answer"));
  EXPECT_EQ(due("M35.answer")->due, deadlines::end_of_day_after(now, 30));
  house().clock().advance(base::hours(24 * 31));
  house().settle();
  EXPECT_FALSE(due("M35.answer"));
  EXPECT_EQ(notices_to(firm_).back(),
            "VEI : le délai de réponse du propriétaire est passé · dossier " + scene::file(house(), id_).reference);
  ASSERT_TRUE(note(file::Mark::irreparable_lifted).ok());
  EXPECT_TRUE(note(file::Mark::irreparable).ok()) << "and may begin anew";
}

}  // namespace
}  // namespace motor::document
