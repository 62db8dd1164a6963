// Before a policy is signed there is a way back; its signatory is reminded, and reads before he signs.
#include <gmock/gmock.h>

#include "desks/credit/offer/offer_actions.hpp"
#include "support/signing.hpp"

namespace {

namespace scene = support::contract_scene;
namespace policy = credit::policy;
using credit::placement::Step;
using credit::placement::WaitingFor;
using support::form;
using support::Person;
using support::text_of_html;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class CreditWaysBack : public support::SigningOnBothEngines {
 protected:
  static std::string file(credit::PlacementId id, std::string_view part) {
    return "/credit/dossiers/" + text(id) + "/police" + std::string(part);
  }
  credit::placement::Placement placement(credit::PlacementId id) {
    return support::credit_scene::placement(house(), id);
  }
  std::vector<messages::Message> mails(std::string_view subject) {
    std::vector<messages::Message> found;
    for (auto& message : read([&](db::Transaction& tx) { return messages::list(tx, {.limit = 200}); }))
      if (message.channel == messages::Channel::mail && message.subject.find(subject) != std::string::npos)
        found.push_back(message);
    return found;
  }
  void go_to(const char* utc) {
    house().clock().set(base::instant_from_iso_utc(utc).value());
    house().settle();
  }
};
MANDAT_ON_BOTH_ENGINES(CreditWaysBack);

// C10.back
TEST_P(CreditWaysBack, C10_a_policy_sent_with_an_error_is_recalled_with_its_reason_replaced_and_sent_again) {
  const Person broker = this->broker();
  const auto id = to_sign(broker, scene::forfait_offer("coface"));
  const auto first = scene::signing_token(house(), id);
  const auto proof = proven(id, first);
  const auto unsaid = house().post(file(id, "/rappel"), &broker, form({{"reason", " "}}));
  EXPECT_EQ(unsaid.status, 422);
  EXPECT_THAT(text_of_html(unsaid.body), HasSubstr("Indiquez le motif"));
  ASSERT_EQ(house().post(file(id, "/rappel"), &broker, form({{"reason", "La quotité est fausse"}})).status, 303);
  EXPECT_EQ(scene::policy(house(), id).state, policy::State::issued);
  EXPECT_EQ(placement(id).step, Step::signature);
  EXPECT_EQ(placement(id).waiting_for, WaitingFor::broker);
  ASSERT_EQ(mails("Police rappelée").size(), 1U);
  EXPECT_THAT(mails("Police rappelée").front().body, HasSubstr("La quotité est fausse"));
  EXPECT_EQ(sign(first, proof).status, 409);  // what he holds is dead
  EXPECT_THAT(text_at(file(id, ""), &broker),
              AllOf(HasSubstr("La quotité est fausse"), HasSubstr("Remplacer la police")));
  EXPECT_EQ(house().post(file(id, "/rappel"), &broker, form({{"reason", "Encore"}})).status, 409);
  ASSERT_EQ(house().post(file(id, ""), &broker, form({{"origin", "drawn"}, {"number", "CF-2"}})).status, 303);
  scene::sent(house(), broker, id);
  const auto second = scene::signing_token(house(), id);
  ASSERT_EQ(sign(second, proven(id, second)).status, 200);
  EXPECT_EQ(scene::policy(house(), id).number, "CF-2");
  EXPECT_EQ(house().post(file(id, "/rappel"), &broker, form({{"reason", "Trop tard"}})).status, 409);
}

// C10.back
TEST_P(CreditWaysBack, C10_the_client_retracts_before_the_policy_is_issued_and_the_offers_are_compared_again) {
  const Person broker = this->broker();
  const auto id = scene::presented(house(), broker);
  const auto other = scene::offered(house(), broker, id, scene::turnover_offer("atradius"));
  const auto made = scene::accepted(house(), broker, id, scene::forfait_offer("coface"));
  EXPECT_EQ(scene::offer(house(), other).state, credit::offer::State::declined);
  const auto wrong = house().post(file(id, "/retrait"), &broker, form({{"reason", "Il a trouvé moins cher"}}));
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(text_of_html(wrong.body), HasSubstr("Indiquez qui se retire"));
  EXPECT_THAT(wrong.body, HasSubstr("Il a trouvé moins cher"));  // nothing typed is lost
  ASSERT_EQ(house()
                .post(file(id, "/retrait"), &broker, form({{"side", "client"}, {"reason", "Il a trouvé moins cher"}}))
                .status,
            303);
  EXPECT_EQ(placement(id).step, Step::presentation);
  EXPECT_EQ(scene::offer(house(), made).state, credit::offer::State::declined);
  EXPECT_THAT(mails("Accord annulé").front().body, HasSubstr("Il a trouvé moins cher"));
  EXPECT_THAT(text_at("/credit/dossiers/" + text(id), &broker), HasSubstr("Le client revient sur son accord"));
  EXPECT_EQ(house().post(file(id, "/retrait"), &broker, form({{"side", "client"}, {"reason", "Encore"}})).status, 409);
  // The advice may be written anew, and another offer proposed.
  ASSERT_EQ(house()
                .post("/credit/dossiers/" + text(id) + "/conseil", &broker,
                      form({{"mandate_signed", "2026-11-23"},
                            {"orias", "12 345 678"},
                            {"supervisor", "ACPR"},
                            {"complaints", "reclamations@cabinet.example"},
                            {"insurer_links", "Aucun"},
                            {"remuneration", "Commission"},
                            {"needs", "Couvrir"},
                            {"recommendation", "Atradius couvre aussi bien."}}))
                .status,
            303);
  EXPECT_TRUE(credit::offer::recommend(platform(), broker.actor, other).ok());
}

// C10.back
TEST_P(CreditWaysBack, C10_the_insurer_retracts_while_the_signature_is_awaited_and_its_policy_is_dropped) {
  const Person broker = this->broker();
  const auto id = to_sign(broker, scene::forfait_offer("coface"));
  const auto token = scene::signing_token(house(), id);
  const auto proof = proven(id, token);
  ASSERT_EQ(house()
                .post(file(id, "/retrait"), &broker, form({{"side", "insurer"}, {"reason", "Sinistralité du secteur"}}))
                .status,
            303);
  EXPECT_EQ(placement(id).step, Step::presentation);
  EXPECT_EQ(scene::policy(house(), id).state, policy::State::refused);
  const auto offers = read([&](db::Transaction& tx) { return credit::offer::offers_of(tx, id); });
  EXPECT_EQ(offers.front().state, credit::offer::State::withdrawn);
  EXPECT_EQ(sign(token, proof).status, 409);
  EXPECT_THAT(text_at("/credit/dossiers/" + text(id), &broker), HasSubstr("Coface retire l’offre acceptée"));
  const Person stranger = this->broker();
  EXPECT_EQ(house().post(file(id, "/retrait"), &stranger, form({{"side", "client"}, {"reason", "x"}})).status, 404);
}

// C11.reminder
TEST_P(CreditWaysBack, C11_the_signatory_is_reminded_twice_and_no_more_once_he_signed) {
  const Person broker = this->broker();
  const auto id = to_sign(broker, scene::forfait_offer("coface"));  // sent on 23 November
  const auto token = scene::signing_token(house(), id);
  go_to("2026-11-28T07:59:59Z");
  EXPECT_TRUE(mails("Rappel : police à signer").empty());
  go_to("2026-11-28T08:00:00Z");
  const auto reminded = mails("Rappel : police à signer");
  ASSERT_EQ(reminded.size(), 1U);
  EXPECT_EQ(read([&](db::Transaction& tx) { return messages::link_target(tx, reminded.front(), platform().settings); }),
            "/signature/" + token);
  EXPECT_THAT(reminded.front().body, HasSubstr("mardi 8 décembre 2026"));
  go_to("2026-12-06T08:00:00Z");
  EXPECT_EQ(mails("Rappel : police à signer").size(), 2U);

  const auto signed_at_once = to_sign(this->broker(), scene::forfait_offer("coface"));
  const auto other = scene::signing_token(house(), signed_at_once);
  ASSERT_EQ(sign(other, proven(signed_at_once, other)).status, 200);
  go_to("2026-12-25T08:00:00Z");
  EXPECT_EQ(mails("Rappel : police à signer").size(), 2U);
}

// C11.read
TEST_P(CreditWaysBack, C11_a_policy_is_not_signed_unless_it_was_opened) {
  const Person broker = this->broker();
  const auto id = to_sign(broker, scene::forfait_offer("coface"));
  const auto token = scene::signing_token(house(), id);
  const auto proof = proven(id, token);
  const scene::Pairs yes{{"acte", "signer"}, {"preuve", proof}, {"reponse", "signer"}, {"consentement", "oui"}};
  const auto unread = act_by_link(token, yes);
  EXPECT_EQ(unread.status, 422);
  EXPECT_THAT(text_of_html(unread.body), HasSubstr("Ouvrez d’abord la police"));
  EXPECT_EQ(placement(id).step, Step::signature);
  EXPECT_TRUE(act_by_link(token, {{"acte", "lire"}, {"preuve", proof}}).body.starts_with("%PDF-"));
  EXPECT_EQ(act_by_link(token, yes).status, 200);
  EXPECT_THAT(words_of(scene::policy(house(), id).evidence), Not(HasSubstr("Lu par le signataire —")));
}

// C37, C11: the signatory is told that his broker has something to do, not what.
TEST_P(CreditWaysBack, C37_a_freeze_found_while_the_signature_is_awaited_stops_it_without_a_word_of_it_to_the_client) {
  const Person broker = this->broker();
  const auto id = to_sign(broker, scene::forfait_offer("coface"));
  const auto token = scene::signing_token(house(), id);
  const auto proof = proven(id, token);
  ASSERT_EQ(house()
                .post("/credit/dossiers/" + text(id) + "/vigilance", &broker,
                      form({{"identity_checked", "2026-11-23"},
                            {"identity_paper", "Extrait Kbis"},
                            {"owners", "declared"},
                            {"owners_named", "Inès Vauquelin, 100 %"},
                            {"exposure", "none"},
                            {"screening", "match"}}))
                .status,
            303);
  const auto stopped = sign(token, proof);
  EXPECT_EQ(stopped.status, 409);
  EXPECT_THAT(text_of_html(stopped.body), AllOf(HasSubstr("attend votre courtier"), Not(HasSubstr("gel"))));
  EXPECT_EQ(placement(id).step, Step::signature);
}

}  // namespace
