// The letters of the desk: each mail with one link to what it tells, each SMS within three segments, plain news as its
// reader chose.
#include <gmock/gmock.h>

#include <algorithm>

#include "desks/works/closure/closure_actions.hpp"
#include "desks/works/discipline/discipline.hpp"
#include "desks/works/letters/sms_texts.hpp"
#include "desks/works/mandate/mandate_actions.hpp"
#include "desks/works/money/tell.hpp"
#include "floor/messages/grouping.hpp"
#include "floor/sms_templates/sms_templates.hpp"
#include "floor/sms_templates/sms_templates_rules.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/works_scene.hpp"

namespace {

namespace scene = support::scene;
using messages::Channel;
using messages::Message;
using messages::NewsChoice;
using testing::HasSubstr;
using testing::Not;

int links_in(const std::string& text) {
  int count = 0;
  for (auto at = text.find("https://"); at != std::string::npos; at = text.find("https://", at + 1)) ++count;
  return count;
}

class WorksLetters : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    broker_ = scene::new_broker(house());
    firm_ = scene::new_firm(house());
  }
  void ask(const works::claim::Form& form = scene::claim_form()) {
    claim_ = scene::declare(house(), *broker_, form);
    mandate_ = scene::ask(house(), *broker_, claim_, *firm_);
  }
  // News waits for what follows it (P5.grouped): each act here is read alone.
  void later(base::Duration wait = base::minutes{11}) {
    house().clock().advance(wait);
    house().settle();
  }
  // Newest first.
  std::vector<Message> sent(Channel channel, const support::Person& to) {
    std::vector<Message> found;
    for (auto& message : scene::messages_to(house(), to.actor.organisation))
      if (message.channel == channel) found.push_back(std::move(message));
    return found;
  }
  std::string text_of(const Message& message) {
    return read([&](db::Transaction& tx) { return messages::rendered_body(tx, message, platform().settings); });
  }
  std::string mail(const std::string& subject, const support::Person& to) {
    for (const auto& message : sent(Channel::mail, to))
      if (message.subject.starts_with(subject)) return text_of(message);
    ADD_FAILURE() << "no mail « " << subject << " »";
    return {};
  }
  std::string last_sms() { return text_of(sent(Channel::sms, *firm_).front()); }
  std::string job_page() const { return "https://mandat.example.fr/chantiers/" + std::to_string(mandate_.value); }
  std::string file_page() const { return "https://mandat.example.fr/travaux/dossiers/" + std::to_string(claim_.value); }
  void choose(NewsChoice choice) {
    act([&](platform::Act& act) { messages::choose(act, firm_->actor.account, "", choice); });
  }

  std::optional<support::Person> broker_, firm_;
  works::ClaimId claim_;
  works::MandateId mandate_;
};
MANDAT_ON_BOTH_ENGINES(WorksLetters);

TEST_P(WorksLetters, hold_one_link_each_that_leads_to_what_they_tell) {  // P7, W13, W21
  ask();
  scene::accept(house(), *firm_, mandate_);
  EXPECT_THAT(mail("Chantier accepté", *firm_), HasSubstr(job_page()));
  EXPECT_THAT(mail("Chantier accepté", *broker_), HasSubstr(file_page()));
  later(base::hours{73});  // the first reminder
  EXPECT_THAT(mail("Devis attendu", *firm_), HasSubstr(job_page()));
  const auto refused = scene::upload_quote(house(), *firm_, mandate_);
  scene::refuse_quote(house(), *broker_, refused);
  later();
  ASSERT_TRUE(works::mandate::ask_new_quote(platform(), broker_->actor, mandate_));
  later();
  EXPECT_THAT(mail("Nouveau devis demandé", *firm_), HasSubstr(job_page()));
  scene::validate_quote(house(), *broker_, scene::upload_quote(house(), *firm_, mandate_));
  later();
  EXPECT_THAT(mail("Devis validé", *firm_), HasSubstr(job_page()));
  EXPECT_THAT(mail("Devis reçu", *broker_), HasSubstr(file_page()));
  later(base::hours{24 * 61});
  EXPECT_THAT(mail("Chantier à clore", *firm_), HasSubstr(job_page()));
  scene::close_job(house(), *firm_, mandate_);
  later();
  EXPECT_THAT(mail("Chantier clos", *broker_), HasSubstr(file_page()));

  ask();  // not answered
  later(base::hours{49});
  EXPECT_THAT(mail("Demande retirée", *firm_), HasSubstr(job_page()));
  EXPECT_THAT(mail("Sans réponse", *broker_), HasSubstr(file_page()));
  ask();
  scene::accept(house(), *firm_, mandate_);
  later(base::hours{49});
  ASSERT_TRUE(works::mandate::cancel(platform(), firm_->actor, mandate_, "Blessé"));
  later();
  EXPECT_THAT(mail("Annulation enregistrée", *firm_), HasSubstr(job_page()));
  EXPECT_THAT(mail("Avertissement enregistré", *firm_), HasSubstr(job_page()));
  ask();
  ASSERT_TRUE(works::mandate::withdraw(platform(), broker_->actor, mandate_, "Autre choix"));
  later();
  EXPECT_THAT(mail("Chantier retiré", *firm_), HasSubstr(job_page()));

  for (const auto* person : {&*broker_, &*firm_})
    for (const auto& message : sent(Channel::mail, *person)) {
      if (message.subject.ends_with("nouvelles de vos dossiers")) continue;  // one for each piece of news
      EXPECT_EQ(links_in(text_of(message)), 1) << message.subject << "\n" << text_of(message);
    }
}

TEST_P(WorksLetters, in_their_link_show_the_page_and_no_placeholder_in_the_space_of_the_firm) {
  ask();
  scene::accept(house(), *firm_, mandate_);
  const auto page = text_at("/messages", &*firm_);
  EXPECT_THAT(page, HasSubstr(job_page()));
  EXPECT_THAT(page, Not(HasSubstr("{site}")));
  EXPECT_THAT(page, Not(HasSubstr("{page}")));
}

TEST_P(WorksLetters, ask_for_another_quote_by_sms_too_since_five_days_run) {  // W19, W22
  ask();
  scene::accept(house(), *firm_, mandate_);
  scene::refuse_quote(house(), *broker_, scene::upload_quote(house(), *firm_, mandate_));
  ASSERT_TRUE(works::mandate::ask_new_quote(platform(), broker_->actor, mandate_));
  house().settle();
  EXPECT_THAT(last_sms(), HasSubstr("nouveau devis demandé pour " + scene::claim(house(), claim_).reference));
  EXPECT_THAT(last_sms(), HasSubstr("avant sam. 28 nov. 2026, 23:59 : " + job_page()));
}

TEST_P(WorksLetters, that_ask_for_an_act_by_sms_give_the_page_of_the_job) {  // W14, W19, W25
  ask();
  scene::accept(house(), *firm_, mandate_);
  EXPECT_THAT(last_sms(), HasSubstr(job_page()));
  later(base::hours{73});
  EXPECT_THAT(last_sms(), HasSubstr("votre devis pour "));
  EXPECT_THAT(last_sms(), HasSubstr(job_page()));
}

TEST_P(WorksLetters, by_sms_take_three_segments_however_long_a_name_and_an_address_are) {  // P5.sms_fit, W14
  auto form = scene::claim_form();
  form.insured_name = "Copropriété";
  while (form.insured_name.size() < 170) form.insured_name += " des Glycines";
  form.address = "Résidence";
  while (form.address.size() < 170) form.address += " du Bel-Air";
  ask(form);
  scene::accept(house(), *firm_, mandate_);
  const auto text = last_sms();
  EXPECT_LE(messages::sms_size(text).segments, 3) << text;
  EXPECT_THAT(text, HasSubstr("Copropriété des Glycines"));
  EXPECT_THAT(text, HasSubstr("..., +33639984567, Résidence du Bel-Air"));
  EXPECT_THAT(text, HasSubstr("..., 69003 Lyon 3e. Devis avant "));
  EXPECT_THAT(text, HasSubstr(job_page()));
  EXPECT_THAT(mail("Chantier accepté", *firm_), HasSubstr(form.insured_name)) << "whole where there is room";
  const auto boss = administrator();
  EXPECT_THAT(text_at("/administration/messages?canal=sms", &boss), HasSubstr("3 segments"));
}

TEST_P(WorksLetters, by_sms_say_all_of_it_when_it_fits) {  // P5.sms_fit
  ask();
  scene::accept(house(), *firm_, mandate_);
  EXPECT_THAT(last_sms(), HasSubstr("Client : Solène Vernoult, +33639984567, 14 rue des Glycines, 69003 Lyon 3e"));
}

// Whatever people type, the desk's own words fit with the shorter values (P5.sms_fit).
TEST(WorksSmsTexts, fit_with_the_longest_values) {  // P5.sms_fit
  const std::string endless(900, 'x'), name(60, 'x'), address(100 + 8 + 45, 'x'), job(60 + 3 + 45, 'x');
  const sms_templates::Values shorter{{"client", name}, {"adresse", address}, {"chantier", job}};
  for (const auto& text : works::letters::sms_texts::all) {
    sms_templates::Values longest;
    for (const auto& variable : text.variables) {
      const bool typed = variable.name == "client" || variable.name == "adresse" || variable.name == "chantier";
      const bool at_sending = variable.name == "lien" || variable.name == "page";
      if (!at_sending) longest.emplace_back(variable.name, typed ? endless : std::string(variable.example));
    }
    const auto made = sms_templates::fitted(text, {std::string(text.text)}, longest, shorter);
    EXPECT_LE(messages::sms_size(sms_templates::example(text, made)).segments, 3) << text.key << ": " << made.text;
  }
}

TEST_P(WorksLetters, of_plain_news_leave_as_the_tradesman_chose) {  // P5.firm, P5.digest
  choose(NewsChoice::digest);
  ask();
  const auto before = sent(Channel::mail, *firm_).size();
  ASSERT_TRUE(works::mandate::withdraw(platform(), broker_->actor, mandate_, "Autre choix"));
  house().settle();
  EXPECT_EQ(sent(Channel::mail, *firm_).size(), before) << "it waits for the morning";
  EXPECT_EQ(sent(Channel::notice, *firm_).front().subject, "Chantier retiré : Plomberie à Lyon 3e");
  EXPECT_THAT(text_at("/notifications", &*firm_), HasSubstr("Motif : Autre choix"));
  later(base::hours{24});
  EXPECT_THAT(mail("Chantier retiré", *firm_), HasSubstr(job_page()));
}

TEST_P(WorksLetters, of_plain_news_stay_in_the_portal_when_the_tradesman_chose_so) {  // P5.firm, P5.digest
  choose(NewsChoice::portal);
  ask();
  EXPECT_EQ(sent(Channel::mail, *firm_).size(), 1U) << "a request never waits";
  scene::accept(house(), *firm_, mandate_);
  EXPECT_EQ(sent(Channel::mail, *firm_).size(), 2U) << "nor does what confirms his answer";
  scene::validate_quote(house(), *broker_, scene::upload_quote(house(), *firm_, mandate_));
  ASSERT_TRUE(works::mandate::cancel(platform(), firm_->actor, mandate_, "Blessé"));
  later(base::hours{48});
  for (const auto& message : sent(Channel::mail, *firm_)) {
    EXPECT_THAT(message.subject, Not(HasSubstr("Devis validé")));
    EXPECT_THAT(message.subject, Not(HasSubstr("Annulation")));
  }
  const auto colleague = support::new_member(platform(), firm_->actor.organisation);  // his own session has ended
  const auto notices = text_at("/notifications", &colleague);
  EXPECT_THAT(notices, HasSubstr("Annulation enregistrée"));
  EXPECT_THAT(notices, HasSubstr("Devis validé"));
}

TEST_P(WorksLetters, of_plain_news_travel_together) {  // P5.firm, P5.grouped
  for (int i = 0; i < 3; ++i) {
    ask();
    ASSERT_TRUE(works::mandate::withdraw(platform(), broker_->actor, mandate_, "Autre choix"));
    house().settle();
  }
  later();
  int mails = 0;
  for (const auto& message : sent(Channel::mail, *firm_))
    mails += message.subject.starts_with("Chantier retiré") || message.subject == "2 nouvelles de vos dossiers";
  EXPECT_EQ(mails, 2);
}

TEST_P(WorksLetters, about_money_leave_as_chosen_unless_they_announce_a_debit) {  // P5.firm, W27
  choose(NewsChoice::portal);
  act([&](platform::Act& act) {
    works::money::tell(act, firm_->actor.organisation,
                       {.subject = "Mandat terminé",
                        .paragraphs = {"Signez un nouveau mandat."},
                        .page = works::money::Letter::Page::firm_bank,
                        .pace = works::money::Pace::as_chosen});
    works::money::tell(act, firm_->actor.organisation,
                       {.subject = "Prélèvement annoncé", .paragraphs = {"Le 12 janvier."}});
  });
  later(base::hours{48});
  const auto mails = sent(Channel::mail, *firm_);
  ASSERT_EQ(mails.size(), 1U);
  EXPECT_EQ(mails.front().subject, "Prélèvement annoncé");
  EXPECT_EQ(text_of(mails.front()),
            "Bonjour,\n\nLe 12 janvier.\n\nVos commissions :\nhttps://mandat.example.fr/chantiers/commissions");
  EXPECT_EQ(sent(Channel::notice, *firm_).size(), 2U);
}

TEST_P(WorksLetters, of_a_notice_and_its_end_the_notice_leaves_at_once_and_the_end_as_chosen) {  // P5.firm, W18
  choose(NewsChoice::portal);
  const auto now = house().clock().now();
  const works::discipline::Deactivation notice{.id = {1},
                                               .firm = firm_->actor.organisation,
                                               .ground = works::discipline::Ground::inactivity,
                                               .state = works::discipline::State::noticed,
                                               .opened_at = now,
                                               .silent_since = now,
                                               .notice_until = base::paris::day_of(now) + 30,
                                               .decided_at = {},
                                               .decided_by = {},
                                               .reason = {}};
  act([&](platform::Act& act) {
    works::discipline::tell_noticed(act, notice);
    works::discipline::tell_lifted(act, notice);
  });
  later(base::hours{48});
  const auto mails = sent(Channel::mail, *firm_);
  ASSERT_EQ(mails.size(), 1U);
  EXPECT_THAT(mails.front().subject, HasSubstr("sera désactivé"));
  EXPECT_EQ(links_in(text_of(mails.front())), 1);
  EXPECT_EQ(sent(Channel::notice, *firm_).size(), 2U);
}

}  // namespace
