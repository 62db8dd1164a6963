// Two administrators send payments to the bank and read its answers back, by the pages (P8).
#include <gmock/gmock.h>

#include "floor/payments/bank_file_rules.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/link_holder.hpp"
#include "support/payment_scene.hpp"

namespace payments {
namespace {

namespace bank = support::bank;
namespace scene = support::payment_scene;
using support::form;
using support::Person;
using support::text_of_html;
using testing::HasSubstr;
using testing::Not;

class PaymentsJourney : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    first_ = administrator();
    second_ = administrator();
    firm_ = tradesman();
  }
  web::Response post(const std::string& path, const Person& by, web::Fields fields = {}) {
    return house().post("/administration/paiements" + path, &by, fields);
  }
  std::string shown(const std::string& path = "") { return text_at("/administration/paiements" + path, &first_); }
  web::Response bring(std::string_view xml, std::string_view filename = "releve.xml") {
    return support::upload(house(), first_, "/administration/paiements/banque", "fichier", filename, xml);
  }
  static std::string id_at_end(const web::Response& response) {
    const std::string location = header(response, "Location");
    return location.substr(location.rfind('/') + 1);
  }
  static web::Fields account() {
    return form({{"titulaire", "Mandat Réparation SAS"},
                 {"iban", "FR14 2004 1010 0505 0001 3M02 606"},
                 {"bic", bank::our_bic},
                 {"ics", bank::our_creditor_id},
                 {"format", "current"}});
  }
  void agree_on_account() {
    ASSERT_EQ(post("/compte", first_, account()).status, 303);
    const auto proposed = read(account_proposed);
    ASSERT_TRUE(proposed);
    ASSERT_EQ(post("/compte/" + std::to_string(proposed->id.value) + "/confirmation", second_).status, 303);
  }
  // Prepared by one and released by the other; the batch's id.
  std::string send(std::string_view kind = "direct_debit") {
    const auto made = post("/remises", first_, form({{"sens", std::string(kind)}}));
    EXPECT_EQ(made.status, 303);
    const std::string id = id_at_end(made);
    EXPECT_EQ(post("/remises/" + id + "/liberation", second_).status, 303);
    return id;
  }
  OrderId debit(base::Money amount = {12'000}) {
    return scene::ask(house(), firm_.actor.organisation, Kind::direct_debit, amount);
  }
  State state(OrderId id) { return scene::get(house(), id).state; }
  base::Money owed() {
    return read([&](db::Transaction& tx) {
      return ledger::balance(tx, ledger::AccountKind::commission_receivable, firm_.actor.organisation);
    });
  }

  Person first_, second_, firm_;
};
MANDAT_ON_BOTH_ENGINES(PaymentsJourney);

TEST_P(PaymentsJourney, OurAccountIsProposedByOneAndConfirmedByTheOther) {  // P8.two_persons
  EXPECT_THAT(shown(), HasSubstr("Aucun compte bancaire n’est en vigueur"));
  EXPECT_EQ(post("/compte", first_, account()).status, 303);
  EXPECT_THAT(shown("/compte"), HasSubstr("Vous l’avez proposé : un second administrateur doit le confirmer."));
  const std::string at = "/compte/" + std::to_string(read(account_proposed)->id.value);
  EXPECT_EQ(post(at + "/confirmation", first_).status, 403);
  EXPECT_EQ(post(at + "/confirmation", second_).status, 303);
  EXPECT_THAT(shown("/compte"), HasSubstr("FR14\u00a02004\u00a01010\u00a00505\u00a00001\u00a03M02\u00a0606"));
  EXPECT_EQ(post(at + "/confirmation", second_).status, 409);
}

TEST_P(PaymentsJourney, WhatIsWrongWithAnAccountIsSaidBesideEachFieldAndKept) {  // P8.sepa
  const auto answer = post("/compte", first_,
                           form({{"titulaire", "Mandat"},
                                 {"iban", "TR33 0006 1005 1978 6457 8413 26"},
                                 {"bic", "PSST"},
                                 {"ics", "FR72ZZZ123457"},
                                 {"format", "current"}}));
  EXPECT_EQ(answer.status, 422);
  const std::string text = text_of_html(answer.body);
  EXPECT_THAT(text, HasSubstr("Cet IBAN n’est pas celui d’un pays de l’espace SEPA."));
  EXPECT_THAT(text, HasSubstr("Ce BIC n’est pas valable"));
  EXPECT_THAT(text, HasSubstr("Cet ICS n’est pas valable"));
  EXPECT_THAT(answer.body, HasSubstr("TR33 0006 1005 1978 6457 8413 26"));
}

TEST_P(PaymentsJourney, DebitsAreBatchedReleasedBookedAndReturned) {  // P8.batch, P8.booked, P8.returned
  agree_on_account();
  const OrderId good = debit(), refunded = debit({5'000});
  EXPECT_THAT(shown(), HasSubstr("2 ordres"));
  EXPECT_THAT(shown(), HasSubstr("170,00\u00a0€"));
  const auto made = post("/remises", first_, form({{"sens", "direct_debit"}}));
  ASSERT_EQ(made.status, 303);
  const std::string at = "/remises/" + id_at_end(made);
  EXPECT_THAT(shown(at), HasSubstr("Vous l’avez préparée : un second administrateur doit la libérer."));
  EXPECT_EQ(post(at + "/liberation", first_).status, 403);
  EXPECT_EQ(house().get("/administration/paiements" + at + "/fichier", &first_).status, 404) << "no file yet";
  EXPECT_EQ(post(at + "/liberation", second_).status, 303);
  EXPECT_EQ(post(at + "/liberation", second_).status, 409);
  const auto file = house().get("/administration/paiements" + at + "/fichier", &first_);
  EXPECT_EQ(file.status, 200);
  EXPECT_THAT(header(file, "Content-Disposition"), HasSubstr("prelevements-1.xml"));
  EXPECT_THAT(file.body, HasSubstr("<CtrlSum>170.00</CtrlSum>"));
  EXPECT_EQ(house().get("/administration/paiements" + at + "/fichier", &first_).body, file.body) << "never changes";

  const auto read_it = bring(bank::statement(
      {.movements = {scene::booking_of(house(), good, "BQ1"), scene::booking_of(house(), refunded, "BQ2")}}));
  EXPECT_EQ(read_it.status, 303);
  EXPECT_EQ(owed(), base::Money{-17'000});
  EXPECT_THAT(shown(at), HasSubstr("soldée"));
  EXPECT_EQ(bring(bank::notification({.movements = {scene::return_of(house(), refunded, "MD06", "BQ3")}})).status, 303);
  EXPECT_EQ(state(refunded), State::returned);
  EXPECT_EQ(owed(), base::Money{-12'000});
  const std::string page = shown("/ordres/" + std::to_string(refunded.value));
  EXPECT_THAT(page, HasSubstr("Remboursement demandé par le débiteur"));
  EXPECT_THAT(page, HasSubstr("retourné"));
  EXPECT_THAT(shown("/ordres?etat=returned"), HasSubstr("50,00\u00a0€"));
  EXPECT_THAT(text_at("/administration/ecritures", &first_), HasSubstr("Contre-passation · Règlement bancaire"));
}

TEST_P(PaymentsJourney, TheBanksReportRejectsAnOrderWithItsReasonInFrench) {  // P8.rejected
  agree_on_account();
  const OrderId id = debit();
  const std::string batch = send();
  const BatchId sent{std::stoll(batch)};
  EXPECT_EQ(bring(bank::status_report("MANDAT-" + batch, {{.group_id = "MANDAT-" + batch + "-1",
                                                           .end_to_end_id = scene::get(house(), id).end_to_end_id}}))
                .status,
            303);
  EXPECT_EQ(state(id), State::rejected);
  EXPECT_THAT(shown("/ordres/" + std::to_string(id.value)), HasSubstr("AC04 · Compte clos"));
  EXPECT_EQ(owed(), base::Money{});
  EXPECT_EQ(read([&](db::Transaction& tx) { return find(tx, sent)->state; }), BatchState::settled);
}

TEST_P(PaymentsJourney, WhatTheBankSaysAndNobodyExplainsIsSettledByHand) {  // P8.by_hand, P8.matching
  agree_on_account();
  const OrderId id = debit();
  send();
  const auto answer = bring(bank::statement({.movements = {{.amount = {12'000}}, {.amount = {150}, .credit = false}}}));
  EXPECT_EQ(answer.status, 303);
  EXPECT_THAT(shown("/rapprochement"), HasSubstr("Sans référence de bout en bout"));
  const auto lines = read([](db::Transaction& tx) { return open_lines(tx, {}, 9).lines; });
  ASSERT_EQ(lines.size(), 2U);
  const auto path = [&](std::size_t i) { return "/rapprochement/" + std::to_string(lines[i].id.value); };
  const std::string chosen = std::to_string(id.value);
  EXPECT_THAT(shown(path(0)), HasSubstr("Maçonnerie Durand"));
  const auto unexplained = post(path(0), first_, form({{"ordre", chosen}, {"motif", " "}}));
  EXPECT_EQ(unexplained.status, 422);
  EXPECT_THAT(unexplained.body, HasSubstr("Indiquez le motif."));
  EXPECT_EQ(post(path(1), first_, form({{"ordre", chosen}, {"motif", "Frais"}})).status, 422) << "another amount";
  EXPECT_EQ(post(path(0), first_, form({{"ordre", chosen}, {"motif", "Référence perdue"}})).status, 303);
  EXPECT_EQ(post(path(1), first_, form({{"ordre", "aucun"}, {"motif", "Frais de tenue de compte"}})).status, 303);
  EXPECT_EQ(post(path(1), first_, form({{"ordre", "aucun"}, {"motif", "Encore"}})).status, 409);
  EXPECT_EQ(state(id), State::booked);
  EXPECT_THAT(shown("/rapprochement"), HasSubstr("Rien à rapprocher"));
  EXPECT_THAT(shown(path(1)), HasSubstr("Frais de tenue de compte"));
}

TEST_P(PaymentsJourney,
       ChargesOfTheBankAreBookedFromTheReconciliationAndReversedFromTheLedger) {  // P8.bank_charge, W30
  agree_on_account();
  ASSERT_EQ(bring(bank::statement({.movements = {{.amount = {1'250}, .credit = false}}})).status, 303);
  const LineId id = read([](db::Transaction& tx) { return open_lines(tx, {}, 9).lines.at(0).id; });
  const std::string at = "/rapprochement/" + std::to_string(id.value);
  EXPECT_THAT(shown(at), HasSubstr("627 Services bancaires au débit, 512 Banque au crédit, sans TVA"));
  const auto unexplained = post(at, first_, form({{"ordre", "frais"}, {"motif", " "}}));
  EXPECT_EQ(unexplained.status, 422);
  EXPECT_THAT(text_of_html(unexplained.body), HasSubstr("Indiquez le motif."));
  EXPECT_EQ(post(at, first_, form({{"ordre", "frais"}, {"motif", "Frais de tenue de compte"}})).status, 303);
  EXPECT_EQ(post(at, second_, form({{"ordre", "frais"}, {"motif", "Encore"}})).status, 409);
  const auto entry = read([&](db::Transaction& tx) { return find(tx, id)->entry; });
  ASSERT_TRUE(entry);
  const std::string entry_at = "/administration/ecritures/" + std::to_string(entry.value);
  EXPECT_THAT(house().get("/administration/paiements" + at, &first_).body, HasSubstr(entry_at));
  EXPECT_THAT(text_at(entry_at, &first_), HasSubstr("Frais bancaires"));
  EXPECT_THAT(text_at(entry_at, &first_), HasSubstr("627 · Services bancaires"));
  EXPECT_THAT(house().get(entry_at, &first_).body, HasSubstr("/administration/paiements" + at));
  EXPECT_THAT(text_at("/administration/ecritures/balance", &first_), HasSubstr("Services bancaires"));
  EXPECT_THAT(shown("/rapprochement"), HasSubstr("Rien à rapprocher"));
  EXPECT_EQ(house().post(entry_at + "/contre-passation", &second_, form({{"reason", "C’était un virement"}})).status,
            303);
  house().settle();
  EXPECT_THAT(shown("/rapprochement"), HasSubstr("12,50\u00a0€"));
  EXPECT_EQ(post(at, first_, form({{"ordre", "aucun"}, {"motif", "Virement interne"}})).status, 303);
}

TEST_P(PaymentsJourney, AnUnansweredOrderWaitsForSomebodyToFindOut) {  // P8.unknown
  agree_on_account();
  const OrderId id = debit();
  const std::string batch = send();
  house().clock().advance(base::hours{24 * 20});
  house().settle();
  EXPECT_EQ(state(id), State::unknown);
  const Person third = support::new_member(platform(), first_.actor.organisation);  // sessions have ended
  first_ = third;
  EXPECT_THAT(shown("/remises/" + batch), HasSubstr("La banque n’a pas répondu"));
  const std::string at = "/ordres/" + std::to_string(id.value);
  const auto blank = post(at + "/constat", first_, form({{"motif", "Vu"}}));
  EXPECT_EQ(blank.status, 422);
  EXPECT_THAT(text_of_html(blank.body), HasSubstr("Dites si l’ordre a été réglé ou rejeté."));
  EXPECT_EQ(post(at + "/constat", first_, form({{"sort", "rejete"}, {"motif", "Fichier perdu par la banque"}})).status,
            303);
  EXPECT_EQ(state(id), State::rejected);
  EXPECT_EQ(post(at + "/constat", first_, form({{"sort", "rejete"}, {"motif", "Encore"}})).status, 409);
}

TEST_P(PaymentsJourney, ACancelledOrderLeavesItsBatch) {  // P8.cancelled
  agree_on_account();
  const OrderId id = debit();
  const OrderId kept = debit({700});
  const auto made = post("/remises", first_, form({{"sens", "direct_debit"}}));
  const std::string order = "/ordres/" + std::to_string(id.value) + "/annulation";
  EXPECT_EQ(post(order, first_, form({{"motif", ""}})).status, 422);
  EXPECT_EQ(post(order, first_, form({{"motif", "Facture contestée"}})).status, 303);
  EXPECT_EQ(post("/remises/" + id_at_end(made) + "/liberation", second_).status, 303);
  const auto file = house().get("/administration/paiements/remises/" + id_at_end(made) + "/fichier", &first_);
  EXPECT_THAT(file.body, HasSubstr("<CtrlSum>7.00</CtrlSum>"));
  EXPECT_EQ(state(kept), State::released);
  EXPECT_EQ(post(order, first_, form({{"motif", "Encore"}})).status, 303) << "it is cancelled already";
}

TEST_P(PaymentsJourney, AFileThatIsNotTheBanksIsRefusedBesideItsField) {  // P8.bank_file, P8.own_account, P8.statement
  agree_on_account();
  const OrderId id = debit();
  send();
  const std::string sound = bank::statement({.movements = {scene::booking_of(house(), id, "BQ1")}});
  const auto refused = [&](const std::string& xml, int status, std::string_view sentence) {
    const auto answer = bring(xml);
    EXPECT_EQ(answer.status, status) << sentence;
    EXPECT_THAT(text_of_html(answer.body), HasSubstr(std::string(sentence)));
  };
  std::string bomb = sound;
  bomb.insert(bomb.find('\n') + 1, "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>");
  refused(bomb, 422, "n’est pas un fichier XML sain");
  refused("%PDF-1.7", 422, "n’est pas un fichier XML sain");
  std::string schema = sound;
  schema.replace(schema.find("<Id>RELEVE-1</Id>"), 17, "<Autre>1</Autre>");
  refused(schema, 422, "ne respecte pas le schéma camt.053.001.08");
  refused(bank::statement({.iban = "FR7630006000011234567890189"}), 422, "concerne un autre compte que le nôtre");
  std::string altered = sound;
  altered.replace(altered.rfind("120.00"), 6, "999.00");
  refused(altered, 422, "Ce relevé ne tombe pas juste");
  refused("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"/>", 422, "que nous lisons");
  refused(std::string(static_cast<std::size_t>(most_file_bytes.standard) + 1, ' '), 413, "Ce fichier est trop grand");
  refused("", 422, "Choisissez le fichier de la banque.");
  EXPECT_EQ(state(id), State::released) << "nothing was read of any";
  EXPECT_EQ(bring(sound).status, 303);
  const auto again = bring(sound);
  EXPECT_EQ(again.status, 409);
  EXPECT_THAT(text_of_html(again.body), HasSubstr("Ce fichier a déjà été lu le"));
  EXPECT_EQ(owed(), base::Money{-12'000}) << "once";
}

TEST_P(PaymentsJourney, WhoOnlyReadsSeesAndDoesNothing) {  // P8.two_persons
  agree_on_account();
  debit();
  const Person reader = administrator(identity::Role::reader);
  EXPECT_THAT(text_at("/administration/paiements", &reader), Not(HasSubstr("Préparer les prélèvements")));
  EXPECT_EQ(post("/remises", reader, form({{"sens", "direct_debit"}})).status, 403);
  EXPECT_EQ(text_at("/administration/paiements", &firm_), "403");
}

}  // namespace
}  // namespace payments
