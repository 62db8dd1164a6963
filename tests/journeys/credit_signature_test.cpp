// From the accepted offer to the signed policy and what follows it, for both models of contract.
#include <gmock/gmock.h>

#include <cstdio>
#include <fstream>

#include "desks/credit/policy/policy_actions.hpp"
#include "floor/documents/own_file.hpp"
#include "floor/papers/house_seal.hpp"
#include "floor/papers/own_certificate.hpp"
#include "support/certificates.hpp"
#include "support/contract_scene.hpp"
#include "support/files.hpp"
#include "support/signing.hpp"

namespace {

namespace scene = support::contract_scene;
namespace policy = credit::policy;
using credit::placement::Step;
using credit::placement::WaitingFor;
using support::form;
using support::HouseOnBothEngines;
using support::Person;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class CreditSignature : public support::SigningOnBothEngines {
 protected:
  static std::string file(credit::PlacementId id) { return "/credit/dossiers/" + text(id); }
  credit::placement::Placement placement(credit::PlacementId id) {
    return support::credit_scene::placement(house(), id);
  }
  web::Response post_files(const std::string& path, const Person& by,
                           const std::vector<std::pair<std::string, std::string>>& fields,
                           const std::vector<std::pair<std::string, std::string>>& files) {
    const support::TemporaryFolder folder;
    auto request = support::request_of(platform(), web::Method::post, path, &by, form(fields));
    for (const auto& [field, content] : files)
      request.files.push_back(support::uploaded(field, field + ".pdf", content, folder.path()));
    return house().handle(std::move(request));
  }
  static std::string said_by(const std::string& command, const std::string& pdf) {
    const support::TemporaryFolder folder;
    const auto path = folder.path() / "file.pdf", said = folder.path() / "said.txt";
    std::ofstream(path, std::ios::binary) << pdf;
    const int status = std::system((command + " '" + path.string() + "' > '" + said.string() + "' 2>&1").c_str());
    EXPECT_EQ(status, 0) << command;
    std::ifstream answer(said);
    return {std::istreambuf_iterator<char>(answer), {}};
  }
};
MANDAT_ON_BOTH_ENGINES(CreditSignature);

// C10, C11.sealed, C12.policy
TEST_P(CreditSignature, C11_a_turnover_contract_is_drawn_signed_by_code_sealed_and_in_force_by_the_rule_of_the_15th) {
  const Person broker = this->broker();
  const auto id = to_sign(broker, scene::turnover_offer("coface"));
  EXPECT_EQ(placement(id).step, Step::signature);
  EXPECT_EQ(placement(id).waiting_for, WaitingFor::company);
  const auto token = scene::signing_token(house(), id);
  const auto first = support::text_of_html(house().get("/signature/" + token).body);
  EXPECT_THAT(first, AllOf(HasSubstr("06 •• •• •• 34"), Not(HasSubstr("Vauquelin")), Not(HasSubstr("CF-1042"))));
  const auto proof = proven(id, token);
  const auto read_pdf = act_by_link(token, {{"acte", "lire"}, {"preuve", proof}});
  EXPECT_TRUE(read_pdf.body.starts_with("%PDF-"));
  const auto unsaid = act_by_link(token, {{"acte", "signer"}, {"preuve", proof}, {"reponse", "signer"}});
  EXPECT_EQ(unsaid.status, 422);
  EXPECT_THAT(support::text_of_html(unsaid.body), HasSubstr("cochez la case qui dit votre accord"));
  EXPECT_EQ(placement(id).step, Step::signature);
  const auto done = sign(token, proof);
  EXPECT_EQ(done.status, 200);
  EXPECT_THAT(support::text_of_html(done.body), HasSubstr("mardi 1er décembre 2026"));  // signed on the 23rd
  EXPECT_EQ(placement(id).step, Step::in_force);
  const auto signed_policy = scene::policy(house(), id);
  ASSERT_EQ(signed_policy.state, policy::State::signed_);
  EXPECT_EQ(signed_policy.effect_on->iso(), "2026-12-01");
  const auto verdict = said_by("pdfsig -nocert", bytes(signed_policy.signed_document));
  EXPECT_THAT(verdict, AllOf(HasSubstr("Signature is Valid"), HasSubstr("Total document signed"),
                             HasSubstr("Mandat, cachet électronique")));
  EXPECT_THAT(said_by("pdfsig -nocert", bytes(signed_policy.evidence)), HasSubstr("Signature is Valid"));
  EXPECT_EQ(sign(token, proof).status, 409);  // repeating is harmless
}

// C11: the evidence tells the whole of it.
TEST_P(CreditSignature, C11_the_evidence_file_tells_consent_hash_time_and_who_had_the_code) {
  const Person broker = this->broker();
  const auto id = to_sign(broker, scene::forfait_offer("coface"));
  const auto token = scene::signing_token(house(), id);
  sign(token, proven(id, token));
  const auto signed_policy = scene::policy(house(), id);
  EXPECT_THAT(words_of(signed_policy.evidence),
              AllOf(HasSubstr("Inès Vauquelin"), HasSubstr("2026-11-23T09:00:00Z"), HasSubstr("1366"),
                    HasSubstr(signed_policy.document_hash.substr(0, 8)), HasSubstr("06 •• •• •• 34")));
  EXPECT_THAT(text_at("/documents", &broker), Not(HasSubstr("403")));
  EXPECT_EQ(house().get("/documents/" + text(signed_policy.evidence), &broker).status, 200);
  const Person stranger = this->broker();
  EXPECT_EQ(house().get("/documents/" + text(signed_policy.evidence), &stranger).status, 404);
}

// C11.code
TEST_P(CreditSignature, C11_a_forwarded_link_is_useless_without_the_code) {
  const Person broker = this->broker();
  const auto id = to_sign(broker, scene::forfait_offer("coface"));
  const auto token = scene::signing_token(house(), id);
  EXPECT_EQ(act_by_link(token, {{"acte", "signer"}, {"reponse", "signer"}, {"consentement", "oui"}}).status, 422);
  EXPECT_EQ(act_by_link(token, {{"acte", "lire"}, {"preuve", "invention"}}).status, 422);
  ASSERT_EQ(act_by_link(token, {{"acte", "code"}}).status, 200);
  const auto code = scene::signing_code(house(), id);
  const auto wrong = act_by_link(token, {{"acte", "verifier"}, {"code", "00000000"}});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(support::text_of_html(wrong.body), HasSubstr("Essais restants : 4"));
  for (int i = 0; i < 4; ++i) act_by_link(token, {{"acte", "verifier"}, {"code", "00000000"}});
  const auto spent = act_by_link(token, {{"acte", "verifier"}, {"code", code}});
  EXPECT_EQ(spent.status, 422);  // even the right one
  EXPECT_THAT(support::text_of_html(spent.body), HasSubstr("demandez un nouveau code"));
  ASSERT_EQ(act_by_link(token, {{"acte", "code"}}).status, 200);
  house().clock().advance(base::minutes(15));
  EXPECT_EQ(act_by_link(token, {{"acte", "verifier"}, {"code", scene::signing_code(house(), id)}}).status, 422);
  const auto proof = proven(id, token);
  house().clock().advance(base::minutes(30));
  EXPECT_EQ(sign(token, proof).status, 422);  // half an hour to read and sign
  EXPECT_EQ(scene::policy(house(), id).state, policy::State::sent);
  for (int i = 0; i < 2; ++i) EXPECT_EQ(act_by_link(token, {{"acte", "code"}}).status, 200);
  const auto sixth = act_by_link(token, {{"acte", "code"}});
  EXPECT_EQ(sixth.status, 429);
  EXPECT_THAT(support::text_of_html(sixth.body), HasSubstr("Trop de codes ont été envoyés"));
  int texts = 0;
  for (const auto& message : read([&](db::Transaction& tx) { return messages::list(tx, {.limit = 200}); }))
    if (message.channel == messages::Channel::sms) {
      ++texts;
      EXPECT_EQ(message.to.address, "+33639981234");
      EXPECT_THAT(message.body, HasSubstr("{code}"));  // stored nowhere
    }
  EXPECT_EQ(texts, 5);
}

// C11.delay
TEST_P(CreditSignature, C11_a_signature_that_does_not_come_lapses_and_the_broker_sends_another_link) {
  const Person broker = this->broker();
  const auto id = to_sign(broker, scene::forfait_offer("coface"));
  const auto first = scene::signing_token(house(), id);
  house().clock().set(base::instant_from_iso_utc("2026-12-08T22:59:00Z").value());
  house().settle();
  EXPECT_EQ(scene::policy(house(), id).state, policy::State::sent);
  house().clock().advance(base::minutes(1));
  EXPECT_THAT(support::text_of_html(house().get("/signature/" + first).body),
              HasSubstr("Le délai de signature est passé"));  // before the worker has fired
  house().settle();
  EXPECT_EQ(scene::policy(house(), id).state, policy::State::issued);
  EXPECT_EQ(placement(id).waiting_for, WaitingFor::broker);
  scene::sent(house(), broker, id);
  EXPECT_EQ(house().get("/signature/" + first).status, 200);
  const auto second = scene::signing_token(house(), id);
  EXPECT_NE(first, second);
  EXPECT_EQ(sign(second, proven(id, second)).status, 200);
  EXPECT_EQ(scene::policy(house(), id).effect_on->iso(), "2026-12-01");  // signed on the 9th
}

TEST_P(CreditSignature, C11_a_refusal_to_sign_leads_back_to_the_offers) {
  const Person broker = this->broker();
  const auto id = to_sign(broker, scene::turnover_offer("coface"));
  const auto token = scene::signing_token(house(), id);
  const auto proof = proven(id, token);
  const auto refused = act_by_link(
      token,
      {{"acte", "signer"}, {"preuve", proof}, {"reponse", "refuser"}, {"motif", "La quotité n’est pas la bonne"}});
  EXPECT_EQ(refused.status, 200);
  EXPECT_THAT(support::text_of_html(refused.body), HasSubstr("Vous avez refusé de signer"));
  EXPECT_EQ(placement(id).step, Step::presentation);
  EXPECT_THAT(text_at("/notifications", &broker), HasSubstr("La quotité n’est pas la bonne"));
  EXPECT_EQ(sign(token, proof).status, 409);
}

// C37.override
TEST_P(CreditSignature,
       C37_what_is_missing_blocks_proposal_and_signature_unless_a_reason_is_given_never_against_a_freeze) {
  const Person broker = this->broker();
  const auto id = scene::presented(house(), broker);
  const auto made = scene::offered(house(), broker, id, scene::forfait_offer("coface"));
  scene::advise(house(), broker, id);
  const auto note = [&](std::string reason, std::string screening) {
    return house()
        .post(file(id) + "/vigilance", &broker,
              form({{"override_reason", std::move(reason)}, {"screening", std::move(screening)}}))
        .status;
  };
  const auto propose = [&] {
    return house().post("/credit/offres/" + text(made) + "/suite", &broker, form({{"acte", "proposer"}})).status;
  };
  const std::string why = "Filiale d’une société cotée, vigilance simplifiée";
  EXPECT_EQ(propose(), 409);
  EXPECT_EQ(note("Trop court", "clear"), 422);
  EXPECT_EQ(note(why, "match"), 303);
  EXPECT_EQ(propose(), 409);  // frozen assets
  EXPECT_EQ(note(why, "clear"), 303);
  EXPECT_EQ(propose(), 303);
  const auto token = scene::offer_token(house(), made);
  ASSERT_EQ(house()
                .post("/offre/" + token, nullptr,
                      form({{"reponse", "accepter"}, {"accuse", "oui"}, {"name", "Inès Vauquelin"}}))
                .status,
            200);
  scene::issued(house(), broker, id);
  const auto send = [&] {
    return house().post(file(id) + "/police/envoi", &broker,
                        form({{"name", "Inès Vauquelin"}, {"email", "ines@vauquelin.example"}}));
  };
  EXPECT_EQ(note("", "clear"), 303);
  const auto blocked = send();
  EXPECT_EQ(blocked.status, 409);
  EXPECT_THAT(support::text_of_html(blocked.body), HasSubstr("Identité vérifiée, Bénéficiaires effectifs"));
  EXPECT_THAT(text_at(file(id) + "/police", &broker), HasSubstr("La signature est bloquée"));
  EXPECT_EQ(note(why, "match"), 303);
  EXPECT_EQ(send().status, 409);
  EXPECT_EQ(note(why, "clear"), 303);
  EXPECT_EQ(send().status, 303);
  EXPECT_THAT(text_at(file(id) + "/vigilance", &broker), HasSubstr("Il est passé outre"));
}

// C10.day
TEST_P(CreditSignature, C10_a_policy_signed_elsewhere_is_filed_with_its_proof_and_takes_effect_by_its_day) {
  const Person broker = this->broker();
  const auto id = scene::presented(house(), broker);
  scene::accepted(house(), broker, id, scene::forfait_offer("coface"));
  scene::watch(house(), broker, id);
  ASSERT_EQ(house().post(file(id) + "/police", &broker, form({{"origin", "drawn"}, {"number", "CF-7"}})).status, 303);
  ASSERT_EQ(house().post(file(id) + "/police", &broker, form({{"origin", "drawn"}, {"number", "CF-8"}})).status, 303);
  EXPECT_EQ(scene::policy(house(), id).number, "CF-8");  // replaced before it was sent
  const std::string at = file(id) + "/police/ailleurs";
  house().clock().set(base::instant_from_iso_utc("2026-12-15T09:00:00Z").value());  // the offer was accepted on 23/11
  house().settle();
  const Person later = support::new_member(platform(), broker.actor.organisation);  // sessions are over
  const auto before = post_files(at, later, {{"signed_on", "2026-11-22"}},
                                 {{"file", support::sample_pdf()}, {"proof", support::sample_png()}});
  EXPECT_EQ(before.status, 422);
  EXPECT_THAT(support::text_of_html(before.body), HasSubstr("avant l’accord du client, le 23 nov. 2026"));
  EXPECT_THAT(before.body, HasSubstr("value=\"2026-11-22\""));
  const auto unproven = post_files(at, later, {{"signed_on", "2026-12-14"}}, {{"file", support::sample_pdf()}});
  EXPECT_EQ(unproven.status, 422);
  EXPECT_THAT(support::text_of_html(unproven.body), HasSubstr("Choisissez la preuve de signature"));
  const auto filed = post_files(at, later, {{"signed_on", "2026-12-14"}},
                                {{"file", support::sample_pdf()}, {"proof", support::sample_png()}});
  ASSERT_EQ(filed.status, 303);
  EXPECT_EQ(placement(id).step, Step::in_force);
  EXPECT_EQ(scene::policy(house(), id).effect_on->iso(), "2026-12-01");
  EXPECT_THAT(text_at(file(id) + "/police", &later),
              AllOf(HasSubstr("ailleurs, preuve déposée"), HasSubstr("Prise en main")));
}

TEST_P(CreditSignature, C10_the_insurers_own_pdf_is_filed_and_keeps_the_seal_its_insurer_put_on_it) {
  const Person broker = this->broker();
  const auto id = scene::presented(house(), broker);
  scene::accepted(house(), broker, id, scene::forfait_offer("coface"));
  scene::watch(house(), broker, id);
  const std::string at = file(id) + "/police";
  const std::vector<std::pair<std::string, std::string>> fields{{"origin", "filed"}, {"number", "CF-9"}};
  for (const auto& [bytes, sentence] : {std::pair<std::string, std::string>{"", "Choisissez le PDF de la police"},
                                        {"bonjour", "n’est pas un PDF"},
                                        {support::encrypted_pdf("secret"), "protégé par un mot de passe"}}) {
    const auto refused = post_files(at, broker, fields, {{"file", bytes}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(support::text_of_html(refused.body), HasSubstr(sentence));
    EXPECT_THAT(refused.body, HasSubstr("value=\"CF-9\""));
  }
  const auto insurers =
      papers::seal_by_house(support::sample_pdf(), {.public_url = {}, .server_key = "a key only this insurer has"},
                            {"Coface", "Police émise", house().clock().now()});
  ASSERT_EQ(post_files(at, broker, fields, {{"file", insurers}}).status, 303);
  scene::sent(house(), broker, id);
  const auto token = scene::signing_token(house(), id);
  ASSERT_EQ(sign(token, proven(id, token)).status, 200);
  const auto signed_policy = scene::policy(house(), id);
  EXPECT_EQ(bytes(signed_policy.signed_document), insurers);
  EXPECT_THAT(said_by("pdfsig -nocert", bytes(signed_policy.evidence)), HasSubstr("Signature is Valid"));
}

// C11.own_certificate
TEST_P(CreditSignature, C11_own_certificate_seals_the_policy_and_its_evidence_until_it_ends) {
  const Person broker = this->broker();
  const auto now = house().clock().now();
  const support::Pkcs12 own{.from = now - base::hours(1), .until = now + base::hours(1)};
  platform().settings.seal_certificate = papers::read_certificate(support::pkcs12(own), own.password, now);
  const auto signed_with = [&] {
    const auto id = to_sign(broker, scene::turnover_offer("coface"));
    const auto token = scene::signing_token(house(), id);
    EXPECT_EQ(sign(token, proven(id, token)).status, 200);
    const auto policy = scene::policy(house(), id);
    std::string said;
    for (const auto document : {policy.signed_document, policy.evidence}) {
      const auto verdict = said_by("pdfsig -nocert", bytes(document));
      EXPECT_THAT(verdict, AllOf(HasSubstr("Signature is Valid"), HasSubstr("Total document signed")));
      said += verdict;
    }
    return said;
  };
  EXPECT_THAT(signed_with(), HasSubstr("Signer Certificate Common Name: Cabinet Morel, cachet"));
  house().clock().advance(base::hours(2));
  EXPECT_THAT(signed_with(), Not(HasSubstr("Cabinet Morel, cachet")));
}

// C15.reminded
TEST_P(CreditSignature, C17_the_follow_up_has_its_days_and_completions_and_declarations_are_reminded) {
  const Person broker = this->broker();
  const auto id = to_sign(broker, scene::turnover_offer("coface"));
  const auto token = scene::signing_token(house(), id);
  sign(token, proven(id, token));
  const std::string at = file(id) + "/police";
  EXPECT_THAT(text_at(at, &broker), AllOf(HasSubstr("Prise en main (0 sur 5)"), HasSubstr("avant le 8 déc. 2026"),
                                          HasSubstr("Acompte 4 sur 4"), HasSubstr("2\u202F500,00\u00a0€")));
  ASSERT_EQ(house()
                .post(at + "/prise-en-main", &broker,
                      form({{"item", "portal"},
                            {"note", "portail.coface.example, Inès a ses codes"},
                            {"done_on", "2026-11-23"}}))
                .status,
            303);
  EXPECT_THAT(text_at(at, &broker), AllOf(HasSubstr("Prise en main (1 sur 5)"), HasSubstr("Inès a ses codes"),
                                          HasSubstr("fait le 23 nov. 2026")));
  EXPECT_EQ(house().post(at + "/prise-en-main", &broker, form({{"item", "limits"}, {"done_on", "2027-05-01"}})).status,
            422);
  const auto reminded = [&] {
    int count = 0;
    for (const auto& message : read([&](db::Transaction& tx) { return messages::list(tx, {.limit = 200}); }))
      count += message.channel == messages::Channel::mail && message.subject == "Chiffre d’affaires à déclarer";
    return count;
  };
  house().clock().set(base::instant_from_iso_utc("2027-03-23T07:59:00Z").value());
  house().settle();
  EXPECT_EQ(reminded(), 0);
  house().clock().advance(base::minutes(1));  // due on 30 March
  house().settle();
  EXPECT_EQ(reminded(), 1);
  house().clock().set(base::instant_from_iso_utc("2027-06-30T08:00:00Z").value());
  house().settle();
  EXPECT_EQ(reminded(), 2);
}

}  // namespace
