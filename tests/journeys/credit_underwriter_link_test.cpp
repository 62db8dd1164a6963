// An underwriter without an account answers behind his link, in the grid or by the workbook prepared for him (C4, C5,
// P7).
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>

#include "floor/tables/package.hpp"
#include "floor/tables/reading.hpp"
#include "support/credit_scene.hpp"
#include "support/files.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/link_holder.hpp"

namespace {

namespace scene = support::credit_scene;
namespace blind_test = credit::blind_test;
using support::form;
using support::LinkHolder;
using support::Person;
using support::text_of_html;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

// Every part of a workbook, unpacked, metadata included.
std::string parts_of(const std::string& workbook) {
  tables::Package package(workbook);
  std::string all;
  int found = 0;
  for (const char* name :
       {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml", "docProps/core.xml",
        "docProps/app.xml", "[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/theme/theme1.xml"})
    if (const auto part = package.part(name)) {
      all += *part;
      ++found;
    }
  EXPECT_GE(found, 8);
  return all;
}

class CreditUnderwriterLink : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    broker_ = broker();
    submission_ = scene::asked(house(), broker_, {});  // to Coface, by mail
  }
  LinkHolder underwriter() { return LinkHolder(house(), scene::answers_link(house(), again())); }
  LinkHolder opened() {
    LinkHolder holder = underwriter();
    EXPECT_EQ(holder.open(), 303);
    return holder;
  }
  blind_test::Submission again() {
    return read([&](db::Transaction& tx) { return blind_test::find(tx, submission_.id).value(); });
  }
  std::vector<blind_test::KeptAnswer> answers() {
    return read([&](db::Transaction& tx) { return blind_test::answers_of(tx, submission_.id); });
  }
  // What is attached to the mails to that address, oldest first, as administrators open it in the outbox.
  std::vector<web::Response> attachments_to(std::string_view address) {
    const auto boss = administrator();
    std::vector<web::Response> opened;
    auto messages = read(
        [&](db::Transaction& tx) { return messages::list(tx, {.channel = messages::Channel::mail, .limit = 200}); });
    std::reverse(messages.begin(), messages.end());
    for (const auto& message : messages)
      if (message.to.address == address)
        for (const auto document : message.attachments)
          opened.push_back(
              house().get(fmt::format("/administration/messages/{}/pieces/{}", message.id.value, document), &boss));
    return opened;
  }
  static std::string bytes_of(const web::Response& response) {
    std::ifstream file(response.file, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  std::string brokers_page() const { return "/credit/soumissions/" + std::to_string(submission_.id.value); }
  // The workbook as CSV, which is read back by the same code: cells of one line are easily changed.
  static std::string csv(std::string_view test, std::string_view rows) {
    std::string text = "Test;N°;Identifiant;Réponse;Montant accordé;Condition;Valable jusqu’au;Version\n";
    for (std::size_t at = 0; at < rows.size();) {
      const auto end = rows.find('\n', at);
      text += std::string(test) + ";" + std::string(rows.substr(at, end - at)) + "\n";
      at = end + 1;
    }
    return text;
  }

  Person broker_;
  blind_test::Submission submission_;
};
MANDAT_ON_BOTH_ENGINES(CreditUnderwriterLink);

// C4.link
TEST_P(CreditUnderwriterLink, C4_link_from_the_mail_to_the_grid_without_an_account) {
  house().settle();
  const auto mail = read([&](db::Transaction& tx) {
    for (const auto& message : messages::list(tx, {.channel = messages::Channel::mail, .limit = 50}))
      if (message.to.address == "arbitre@coface.example")
        return messages::rendered_body(tx, message, platform().settings);
    return std::string();
  });
  EXPECT_THAT(mail, AllOf(HasSubstr("https://mandat.example.fr/test-a-blanc/"), HasSubstr("tableau Excel")));
  LinkHolder holder = underwriter();
  EXPECT_THAT(holder.get().body, AllOf(HasSubstr("Recevoir mon code"), Not(HasSubstr("Aciéries"))));
  EXPECT_EQ(holder.post("/reponses", form({{"first", "1"}, {"last", "3"}, {"k_1", "refused"}})).status, 303);
  EXPECT_TRUE(answers().empty());
  ASSERT_EQ(holder.open(), 303);
  EXPECT_THAT(text_of_html(holder.get().body), AllOf(HasSubstr("Aciéries du Rhône"), HasSubstr("Accuser réception")));
  ASSERT_EQ(holder.post("/ouverture").status, 303);
  EXPECT_TRUE(again().seen_at);
  EXPECT_EQ(holder
                .post("/reponses", form({{"first", "1"},
                                         {"last", "3"},
                                         {"k_1", "partly_approved"},
                                         {"a_1", "40 000"},
                                         {"k_2", "conditional"},
                                         {"a_2", "10 000"}}))
                .status,
            422);  // the condition lacks; the other row is kept
  ASSERT_EQ(answers().size(), 1U);
  EXPECT_EQ(answers()[0].amount, base::Money::euros(40'000));
  EXPECT_THAT(text_at(brokers_page(), &broker_), HasSubstr("1 sur 3"));
}

// C5.anonymous
TEST_P(CreditUnderwriterLink, C5_anonymous_pages_mails_and_workbooks_name_the_client_nowhere) {
  LinkHolder holder = underwriter();
  std::string everything = holder.get().body;
  ASSERT_EQ(holder.open(), 303);
  everything += holder.get().body;
  const auto file = holder.get("/tableau.xlsx");
  ASSERT_EQ(file.status, 200);
  for (const auto& [name, value] : file.headers) everything += name + value;
  everything += parts_of(file.body);
  everything += holder.upload("/tableau", "file", "tableau.xlsx", file.body).body;
  everything += holder.post("/refus").body;
  house().clock().advance(base::hours(24 * 4));
  house().settle();  // chased
  int mails = 0;
  for (const auto& message : read([&](db::Transaction& tx) { return messages::list(tx, {.limit = 200}); }))
    if (message.channel == messages::Channel::mail && message.to.address.ends_with("coface.example")) {
      everything += message.subject + message.body;
      ++mails;
    }
  EXPECT_EQ(mails, 3);  // asked, a code, chased
  const auto attached = attachments_to("arbitre@coface.example");
  ASSERT_EQ(attached.size(), 2U);  // asked, chased
  for (const auto& opened : attached) {
    ASSERT_EQ(opened.status, 200);
    for (const auto& [name, value] : opened.headers) everything += name + value;
    EXPECT_THAT(parts_of(bytes_of(opened)), AllOf(HasSubstr("Aciéries du Rhône"), HasSubstr("TB-2026-000001-1")));
    everything += parts_of(bytes_of(opened));
  }
  EXPECT_THAT(everything, AllOf(HasSubstr("Aciéries du Rhône"), HasSubstr("TB-2026-000001-1"), HasSubstr("Rappel")));
  for (const auto* clue : {"Vauquelin", "vauquelin", "VAUQUELIN", "732829320", "732 829 320", "Tôlerie", "C-2026-0"})
    EXPECT_THAT(everything, Not(HasSubstr(clue)));
}

// C4.file
TEST_P(CreditUnderwriterLink, C4_file_goes_out_and_comes_back) {
  LinkHolder holder = opened();
  const auto file = holder.get("/tableau.xlsx").body;
  const auto grid = tables::read_upload(support::uploaded("file", "t.xlsx", file, platform().documents.root()));
  ASSERT_TRUE(grid.ok());
  ASSERT_EQ(grid->lines.size(), 4U);
  EXPECT_EQ(grid->lines[1].cells[0].text, "TB-2026-000001-1");
  EXPECT_EQ(grid->lines[1].cells[2].text, "Aciéries du Rhône");
  EXPECT_EQ(holder.upload("/tableau", "file", "t.xlsx", file).status, 303);  // nothing filled in, nothing answered
  EXPECT_TRUE(answers().empty());

  const auto& line = grid->lines[1].cells[3].text;
  const auto sent =
      holder.upload("/tableau", "file", "t.csv",
                    csv("TB-2026-000001-1", "1;" + line + ";Accord partiel;40 000;;31/12/2026;0\n" + "2;;Refus;;;;0\n" +
                                                "3;;sous condition;\"5.000,00 €\";;;0\n"));
  EXPECT_EQ(sent.status, 422);
  EXPECT_THAT(text_of_html(sent.body), AllOf(HasSubstr("2 réponses enregistrées"), HasSubstr("1 ligne à corriger"),
                                             HasSubstr("Müller Stahl : indiquez la condition")));
  ASSERT_EQ(answers().size(), 2U);
  EXPECT_EQ(answers()[0].kind, blind_test::Kind::partly_approved);
  EXPECT_EQ(answers()[0].valid_until->iso(), "2026-12-31");
  EXPECT_EQ(answers()[1].kind, blind_test::Kind::refused);
}

// C4.mailed, P5.attached
TEST_P(CreditUnderwriterLink, C4_mailed_workbook_is_filled_in_and_handed_in_behind_the_link) {
  const auto attached = attachments_to("arbitre@coface.example");
  ASSERT_EQ(attached.size(), 1U);
  EXPECT_EQ(header(attached[0], "Content-Disposition"),
            "attachment; filename=\"TB-2026-000001-1.xlsx\"; filename*=UTF-8''TB-2026-000001-1.xlsx");
  const auto boss = administrator();
  EXPECT_THAT(text_at("/administration/messages", &boss),
              AllOf(HasSubstr("TB-2026-000001-1.xlsx"), HasSubstr("Le tableau Excel joint est prêt à remplir")));
  LinkHolder holder = opened();
  const auto grid =
      tables::read_upload(support::uploaded("file", "t.xlsx", bytes_of(attached[0]), platform().documents.root()));
  ASSERT_TRUE(grid.ok());
  std::string rows;
  for (std::size_t at = 1; at < grid->lines.size(); ++at)
    rows += fmt::format("{};{};Refus;;;;{}\n", grid->lines[at].cells[1].text, grid->lines[at].cells[3].text,
                        grid->lines[at].cells[11].text);
  ASSERT_EQ(holder.upload("/tableau", "file", "t.csv", csv(grid->lines[1].cells[0].text, rows)).status, 303);
  EXPECT_EQ(answers().size(), 3U);
}

// C4.mailed
TEST_P(CreditUnderwriterLink, C4_mailed_again_with_what_was_answered_and_not_by_a_reminder_then) {
  LinkHolder holder = opened();
  ASSERT_EQ(holder.post("/reponses", form({{"first", "1"}, {"last", "3"}, {"k_1", "refused"}})).status, 303);
  ASSERT_EQ(house().post(brokers_page() + "/lien", &broker_, form({{"email", "autre@coface.example"}})).status, 303);
  const auto again = attachments_to("autre@coface.example");
  ASSERT_EQ(again.size(), 1U);
  EXPECT_THAT(parts_of(bytes_of(again[0])), HasSubstr("Refus"));
  house().clock().advance(base::hours(24 * 4));
  house().settle();  // chased, by the link alone
  EXPECT_EQ(attachments_to("autre@coface.example").size(), 1U);
  // The other insurer's reminder carries what it was sent with: nothing of the first one's answers (C4).
  const auto others = attachments_to("arbitre@atradius.example");
  ASSERT_EQ(others.size(), 2U);
  EXPECT_EQ(bytes_of(others[0]), bytes_of(others[1]));
}

// P5.attached
TEST_P(CreditUnderwriterLink, P5_attached_is_opened_by_the_one_it_was_written_to_alone) {
  const auto insurer = support::new_person(platform(), {identity::OrganisationKind::insurer});
  const auto asked = scene::asked(house(), broker(), insurer.actor.organisation);
  const auto mail = read([&](db::Transaction& tx) {
    return messages::list(tx, {.organisation = insurer.actor.organisation, .channel = messages::Channel::mail}).front();
  });
  ASSERT_EQ(mail.attachments.size(), 1U);
  const std::string piece = fmt::format("/messages/{}/pieces/{}", mail.id.value, mail.attachments[0]);
  EXPECT_THAT(house().get("/messages", &insurer).body, HasSubstr("href=\"" + piece + "\""));
  EXPECT_EQ(house().get(piece, &insurer).status, 200);
  EXPECT_EQ(house().get(piece, &broker_).status, 404);
  EXPECT_EQ(house().get(fmt::format("/documents/{}", mail.attachments[0]), &insurer).status, 404);
  const auto foreign = read([&](db::Transaction& tx) {
    return messages::list(tx, {.organisation = {}, .channel = messages::Channel::mail}).back();
  });
  ASSERT_EQ(foreign.attachments.size(), 1U);  // of the first test
  EXPECT_EQ(house().get(fmt::format("/messages/{}/pieces/{}", mail.id.value, foreign.attachments[0]), &insurer).status,
            404);
}

TEST_P(CreditUnderwriterLink, C4_file_of_another_test_or_with_lines_moved_is_refused) {
  LinkHolder holder = opened();
  const auto other = holder.upload("/tableau", "file", "t.csv", csv("TB-2026-000009-1", "1;;Refus;;;;0\n"));
  EXPECT_EQ(other.status, 422);
  EXPECT_THAT(text_of_html(other.body),
              AllOf(HasSubstr("répond au test TB-2026-000009-1"), HasSubstr("TB-2026-000001-1")));
  const auto moved = holder.upload("/tableau", "file", "t.csv",
                                   csv("TB-2026-000001-1",
                                       "1;999999999;Refus;;;;0\n4;;Refus;;;;0\n2;;Refus;;;;0\n"
                                       "2;;Accord total;;;;0\n3;;Peut-être;;;;0\n"));
  EXPECT_EQ(moved.status, 422);
  EXPECT_THAT(text_of_html(moved.body),
              AllOf(HasSubstr("n’est pas celui de cet acheteur"), HasSubstr("figure déjà à la ligne 4"),
                    HasSubstr("« Peut-être » n’est pas reconnu"), HasSubstr("1 réponse enregistrée")));
  EXPECT_EQ(answers().size(), 1U);
  EXPECT_EQ(holder.upload("/tableau", "file", "t.pdf", support::sample_pdf()).status, 422);
  EXPECT_EQ(holder.post("/tableau").status, 422);
}

TEST_P(CreditUnderwriterLink, C5_two_at_once_a_file_written_before_another_answer_is_told_line_by_line) {
  LinkHolder holder = opened();
  ASSERT_EQ(holder.post("/reponses", form({{"first", "1"}, {"last", "3"}, {"k_1", "refused"}, {"r_1", "0"}})).status,
            303);
  const auto late = holder.upload("/tableau", "file", "t.csv",
                                  csv("TB-2026-000001-1", "1;;Accord total;;;;0\n2;;Accord total;;;;0\n"));
  EXPECT_EQ(late.status, 422);
  EXPECT_THAT(text_of_html(late.body), AllOf(HasSubstr("une personne passée par le lien a répondu entre-temps (Refus"),
                                             HasSubstr("1 réponse enregistrée")));
  ASSERT_EQ(answers().size(), 2U);
  EXPECT_EQ(answers()[0].kind, blind_test::Kind::refused);
  ASSERT_EQ(holder.upload("/tableau", "file", "t.csv", csv("TB-2026-000001-1", "1;;Accord total;;;;1\n")).status, 303);
  EXPECT_EQ(answers()[0].kind, blind_test::Kind::approved);
  // C5.history: what it said before stays in sight
  EXPECT_THAT(text_of_html(holder.get().body), AllOf(HasSubstr("1 réponse précédente"), HasSubstr(": Refus")));
  const auto page = "/credit/dossiers/" + std::to_string(submission_.placement.value) + "/matrice/1";
  EXPECT_THAT(text_at(page, &broker_), AllOf(HasSubstr("1 autre réponse donnée"), HasSubstr("Accordé")));
}

TEST_P(CreditUnderwriterLink, C4_link_after_closing_answers_are_refused_and_read) {
  LinkHolder holder = opened();
  holder.post("/reponses", form({{"first", "1"}, {"last", "3"}, {"k_1", "refused"}}));
  const std::string test = "/credit/dossiers/" + std::to_string(submission_.placement.value) + "/test/cloture";
  ASSERT_EQ(house().post(test, &broker_).status, 303);
  EXPECT_EQ(holder.post("/reponses", form({{"first", "1"}, {"last", "3"}, {"k_2", "approved"}})).status, 409);
  EXPECT_EQ(holder.upload("/tableau", "file", "t.csv", csv("TB-2026-000001-1", "2;;Refus;;;;0\n")).status, 409);
  EXPECT_EQ(answers().size(), 1U);
  EXPECT_THAT(text_of_html(holder.get().body), AllOf(HasSubstr("Ce test à blanc est clos"), HasSubstr("Refusé")));
}

TEST_P(CreditUnderwriterLink, C4_link_sent_again_or_withdrawn_by_the_broker) {
  LinkHolder first = opened();
  const auto wrong = house().post(brokers_page() + "/lien", &broker_, form({{"email", "arbitre@"}}));
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("value=\"arbitre@\""));
  ASSERT_EQ(house().post(brokers_page() + "/lien", &broker_, form({{"email", "autre@coface.example"}})).status, 303);
  EXPECT_EQ(first.get().status, 404);
  LinkHolder second = opened();
  EXPECT_EQ(second.get().status, 200);
  ASSERT_EQ(house().post(brokers_page() + "/lien", &broker_, form({{"acte", "retirer"}})).status, 303);
  EXPECT_EQ(second.get().status, 404);
  EXPECT_EQ(house().post(brokers_page() + "/lien", &broker_, form({{"acte", "retirer"}})).status, 409);
}

TEST_P(CreditUnderwriterLink, P7_workspace_a_link_of_one_insurer_opens_no_other) {
  LinkHolder coface = opened();
  const auto others = scene::submissions(house(), submission_.test).front();
  LinkHolder atradius(house(), scene::answers_link(house(), others));
  EXPECT_THAT(text_of_html(atradius.get().body), HasSubstr("a•••@atradius.example"));
  EXPECT_EQ(house().get("/test-a-blanc/" + std::string(24, '0')).status, 404);
}

}  // namespace
