#include "desks/motor/document/paper_actions.hpp"

#include <gtest/gtest.h>

#include <barrier>
#include <thread>

#include "support/paper_acts.hpp"

namespace motor::document {
namespace {

TEST(MotorPapers, M16_M17_are_told_in_the_words_of_the_source) {
  Paper paper{.id = {},
              .file = {},
              .document = {},
              .way = Way::sent,
              .kind = Kind::quote,
              .name = "",
              .author = {},
              .cabinet = {},
              .repairer = {},
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

TEST_P(PaperActs, M8_M16_another_repairer_reads_nothing_of_what_passed_with_the_first) {  // M31.moved
  const auto report = scene::post_report(house(), firm_, id_);
  ASSERT_TRUE(agreed(garage_, report, Agreement::disagreed, "Aile oubliée").ok());
  const auto sent = scene::send(house(), garage_, id_, Kind::quote);
  const Person second = scene::new_repairer(house());
  scene::attach(house(), firm_, second);
  const auto said = scene::particulars("", *scene::establishment_of(house(), second).siret);
  ASSERT_TRUE(acting(firm_, [&](platform::Act& act) { return file::correct(act, firm_.actor, id_, said); }).ok());
  EXPECT_TRUE(seen_by(second).empty());
  EXPECT_TRUE(agreed(second, report, Agreement::agreed).refused_as(unknown));
  EXPECT_EQ(scene::file(house(), id_).posted, 0) << "his list says so too";
  EXPECT_FALSE(scene::file(house(), id_).last_amount);
  EXPECT_EQ(seen_by(firm_).size(), 2U) << "the firm keeps it";
  const auto told = notices_to(second);  // of the file that is now his
  ASSERT_TRUE(judged(sent, Verdict::non_compliant, "Illisible").ok());
  EXPECT_EQ(notices_to(second).size(), told.size()) << "the verdict is the first one's";
  scene::post_report(house(), firm_, id_, Money::euros(700));
  EXPECT_EQ(seen_by(second).size(), 1U);
  EXPECT_EQ(scene::file(house(), id_).posted, 1);
  // Back at the first: what was posted to him is his again, what the other one received is not.
  move_to(garage_);
  ASSERT_EQ(seen_by(garage_).size(), 2U);
  EXPECT_EQ(seen_by(garage_)[0].agreement_reason, "Aile oubliée");
  EXPECT_EQ(scene::file(house(), id_).last_amount, seen_by(garage_)[0].amount);
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
  const auto holds = read([&](db::Transaction& tx) { return payment_agreement(tx, *file::find(tx, id_)); });
  EXPECT_EQ(holds->amount, Money::euros(1050));
  EXPECT_EQ(holds->excess, Money::euros(150));
  EXPECT_EQ(state(), State::awaiting_appointment) << "an acceptance moves nothing";
  ASSERT_TRUE(
      acting(firm_, [&](platform::Act& act) { return file::entrust(act, firm_.actor, id_, std::nullopt); }).ok());
  EXPECT_FALSE(read([&](db::Transaction& tx) { return payment_agreement(tx, *file::find(tx, id_)); }))
      << "it was made to the repairer before";
}

TEST_P(PaperActs, M19_a_draft_of_an_invoice_is_its_authors_and_lasts_half_a_day) {
  const auto draft =
      acting(garage_, [&](platform::Act& act) { return keep_draft(act, garage_.actor, id_, scene::a_pdf(), {}); });
  const auto sent = [&](const Person& by) {
    return acting(by, [&](platform::Act& act) { return send_draft(act, by.actor, draft, Money::euros(10)); });
  };
  EXPECT_TRUE(sent(firm_).refused_as(unknown));
  house().clock().advance(base::hours(12) + base::seconds(1));
  EXPECT_TRUE(sent(garage_).refused_as(draft_gone));
  EXPECT_TRUE(seen_by(firm_).empty());
}

TEST_P(PaperActs, M19_two_colleagues_who_confirm_one_draft_send_one_invoice) {
  for (int round = 0; round < 8; ++round) {
    const auto file = scene::new_file(house(), firm_, garage_);
    const auto draft =
        acting(garage_, [&](platform::Act& act) { return keep_draft(act, garage_.actor, file, scene::a_pdf(), {}); });
    std::optional<base::Outcome<base::Done>> told[2];
    std::barrier start(2);
    const auto confirm = [&](std::size_t number) {
      start.arrive_and_wait();
      told[number] =
          acting(garage_, [&](platform::Act& act) { return send_draft(act, garage_.actor, draft, Money::euros(10)); });
    };
    {
      std::jthread other(confirm, 1);
      confirm(0);
    }
    ASSERT_NE(told[0]->ok(), told[1]->ok()) << round;
    EXPECT_TRUE((told[0]->ok() ? *told[1] : *told[0]).refused_as(draft_sent));
    EXPECT_EQ(read([&](db::Transaction& tx) { return all_of_file(tx, file).size(); }), 1U);
  }
}

}  // namespace
}  // namespace motor::document
