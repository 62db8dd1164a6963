#include "base/french.hpp"
#include "desks/works/bank/bank.hpp"
#include "desks/works/commission/commission.hpp"
#include "desks/works/debit_mandate/debit_mandate.hpp"
#include "desks/works/money/money_file.hpp"
#include "desks/works/money/party.hpp"
#include "desks/works/money/tell.hpp"
#include "desks/works/works_delays.hpp"
#include "desks/works/works_rules.hpp"
#include "floor/audit/audit.hpp"
#include "floor/documents/own_file.hpp"
#include "floor/identity/accounts.hpp"
#include "floor/links/base32.hpp"
#include "web/crypto.hpp"

namespace works::debit_mandate {
namespace {

using base::Done;
using base::Outcome;

constexpr std::string_view no_such_mandate = "MD01";  // ISO 20022: none, or revoked at the debtor's bank
constexpr std::string_view code_purpose = "works.debit_mandate";

// The codes of an organisation hang on one link, which itself leads nowhere.
workspace::Gate gate_of(platform::Act& act, const identity::Actor& signer) {
  auto link = links::latest(act.tx, code_purpose, signer.organisation.value);
  if (!link)
    link = links::find(act.tx, links::issue(act, {.purpose = code_purpose,
                                                  .file = money::file_of(signer.organisation),
                                                  .subject_id = signer.organisation.value,
                                                  .recipient = signer.organisation,
                                                  .channel = links::Channel::mail}));
  const auto account = identity::account(act.tx, signer.account);
  MANDAT_ASSERT(link && account);
  return {.link = *link,
          .email = account->email.text(),
          .what = "la signature de votre mandat de prélèvement",
          .page = "/chantiers/reglages/banque",
          .codes = "/chantiers/reglages/banque/code"};
}

std::string hash_of(const Terms& terms) { return web::hex(web::sha256(text(terms))); }

void start_lapse(platform::Act& act, const DebitMandate& mandate, base::Day used) {
  deadlines::cancel_all(act, subject, mandate.id.value);
  deadlines::start(act, {.file = money::file_of(mandate.organisation),
                         .subject_kind = subject,
                         .subject_id = mandate.id.value,
                         .rule = deadline_rule::mandate_lapse,
                         .start_event = "works.debit_mandate.signed",
                         .start = act.now,
                         .due = base::paris::start_of(last_day(used) + 1)});
}

void end(platform::Act& act, DebitMandate mandate, Event event, std::string reason) {
  const auto next = transitions.next(mandate.state, event);
  if (!next) return;
  mandate.state = *next;
  mandate.ended_at = act.now;
  mandate.end_reason = reason;
  save(act.tx, mandate);
  deadlines::cancel_all(act, subject, mandate.id.value);
  payments::stop_mandate(act, mandate.terms.reference, reason);
  audit::record(act, {"works.debit_mandate.ended",
                      money::file_of(mandate.organisation),
                      {{"reference", mandate.terms.reference}, {"state", std::string(to_text(*next))}}});
  money::tell(act, mandate.organisation,
              {.subject = "Mandat de prélèvement " + mandate.terms.reference + " : fin",
               .paragraphs = {reason,
                              "Pour que vos commissions soient prélevées, signez un nouveau mandat dans vos "
                              "réglages, rubrique Banque et mandat."},
               .page = money::Letter::Page::firm_bank,
               .pace = money::Pace::as_chosen});
}

struct Signed {
  workspace::Code code;
  bool changed = false;
};

Signed record_signature(platform::Act& act, platform::Platform& platform, const identity::Actor& signer,
                        const Signature& signature, DebitMandate mandate, const documents::Prepared& pdf) {
  const auto terms = to_sign(act.tx, signer.organisation, mandate.terms.signed_on);
  if (!terms || hash_of(*terms) != mandate.text_sha256) return {workspace::Code::wrong, true};
  const auto code = workspace::check_code(act, gate_of(act, signer), signature.code, platform.settings.server_key);
  if (code != workspace::Code::right) return {code};
  mandate.id = {act.ids.next()};
  mandate.document = documents::attach(act, pdf,
                                       {.owner = signer.organisation,
                                        .file = money::file_of(signer.organisation),
                                        .subject_kind = subject,
                                        .subject_id = mandate.id.value,
                                        .kind = "debit_mandate"});
  insert(act.tx, mandate);
  start_lapse(act, mandate, mandate.terms.signed_on);
  audit::record(act, {"works.debit_mandate.signed",
                      money::file_of(signer.organisation),
                      {{"reference", mandate.terms.reference}, {"text", mandate.text_sha256}}});
  money::tell(act, signer.organisation,
              {.subject = "Mandat de prélèvement signé : " + mandate.terms.reference,
               .paragraphs = {"Votre mandat est actif. Chaque commission vous est annoncée par sa facture avant d’être "
                              "prélevée.",
                              "Vous trouverez le mandat signé en pièce jointe."},
               .attachments = {mandate.document.value},
               .page = money::Letter::Page::firm_bank});
  commission::mandate_signed(act, signer.organisation);
  return {code};
}

}  // namespace

std::optional<Terms> to_sign(db::Transaction& tx, identity::OrganisationId organisation, base::Day today) {
  const auto account = bank::find(tx, organisation);
  const auto creditor = money::creditor(tx);
  if (!account || !creditor || active_of(tx, organisation) || !money::nameable(tx, organisation)) return std::nullopt;
  const auto before = static_cast<int>(all_of(tx, organisation).size());
  std::string debtor = money::party_lines(tx, organisation, money::VatNumber::left_out);
  if (account->holder != debtor.substr(0, debtor.find('\n'))) debtor = account->holder + "\n" + debtor;
  return Terms{reference(links::base32(organisation.value), before),
               creditor->lines,
               creditor->id,
               std::move(debtor),
               account->iban,
               today};
}

Outcome<Done> send_code(platform::Platform& platform, const identity::Actor& signer) {
  return platform.act(platform::Author::of(signer), [&](platform::Act& act) -> Outcome<Done> {
    if (!to_sign(act.tx, signer.organisation, base::paris::day_of(act.now))) return nothing_to_sign;
    return workspace::send_code(act, gate_of(act, signer));
  });
}

// The proof is drawn before the act that signs: a wrong code costs a page, a right one never waits for it.
Outcome<Done> sign(platform::Platform& platform, const identity::Actor& signer, const Signature& signature) {
  const auto now = platform.clock.now();
  struct Read {
    std::optional<Terms> terms;
    std::optional<base::Bic> bic;
    std::string email;
  };
  const auto found = platform.database.read([&](db::Transaction& tx) {
    const auto account = bank::find(tx, signer.organisation);
    return Read{to_sign(tx, signer.organisation, base::paris::day_of(now)),
                account ? account->bic : std::optional<base::Bic>{},
                identity::account(tx, signer.account)->email.text()};
  });
  if (!found.terms) return nothing_to_sign;
  if (hash_of(*found.terms) != signature.text_sha256) return text_changed;
  if (!signature.consent) return base::Refusal{consent_missing, "consent"};
  DebitMandate mandate{{},
                       signer.organisation,
                       State::active,
                       *found.terms,
                       found.bic,
                       now,
                       signer.account,
                       workspace::masked(found.email),
                       signature.text_sha256,
                       {},
                       {},
                       {},
                       {},
                       {}};
  const auto pdf = documents::keep_own_pdf(platform.documents, signer.organisation, evidence_pdf(mandate, signer.name),
                                           "mandat-" + mandate.terms.reference + ".pdf");
  if (!pdf) return pdf.refusals();
  const auto done = platform.act(platform::Author::of(signer), [&](platform::Act& act) {
    return record_signature(act, platform, signer, signature, mandate, *pdf);
  });
  if (done.changed) return text_changed;
  if (done.code == workspace::Code::wrong) return base::Refusal{workspace::wrong_code, "code"};
  if (done.code == workspace::Code::over) return base::Refusal{workspace::code_over, "code"};
  return Done{};
}

Outcome<Done> revoke(platform::Platform& platform, const identity::Actor& actor) {
  return platform.act(platform::Author::of(actor), [&](platform::Act& act) -> Outcome<Done> {
    const auto mandate = active_of(act.tx, actor.organisation);
    if (!mandate) return not_active;
    end(act, *mandate, Event::revoke,
        "Mandat révoqué par le débiteur le " + base::french::day_medium(base::paris::day_of(act.now)) + ".");
    return Done{};
  });
}

void account_changed(platform::Act& act, identity::OrganisationId organisation, const base::Iban& iban) {
  const auto mandate = active_of(act.tx, organisation);
  if (mandate && mandate->terms.iban != iban)
    end(act, *mandate, Event::replace, "L’IBAN a changé : ce mandat portait sur l’ancien compte.");
}

payments::Mandate for_order(const DebitMandate& mandate) {
  return {.reference = mandate.terms.reference,
          .signed_on = mandate.terms.signed_on,
          .sequence = mandate.first_order ? payments::Sequence::recurrent : payments::Sequence::first};
}

void note_order(platform::Act& act, const DebitMandate& mandate, payments::OrderId order) {
  if (mandate.first_order) return;
  auto used = mandate;
  used.first_order = order;
  save(act.tx, used);
}

void note_news(platform::Act& act, const payments::Order& order, payments::News news) {
  if (!order.mandate) return;
  auto mandate = find(act.tx, order.mandate->reference);
  if (!mandate) return;
  if (news == payments::News::booked) {
    mandate->last_used = order.execution_day.value_or(base::paris::day_of(act.now));
    save(act.tx, *mandate);
    if (mandate->state == State::active) start_lapse(act, *mandate, *mandate->last_used);
  } else if ((news == payments::News::rejected || news == payments::News::cancelled) &&
             mandate->first_order == order.id) {
    mandate->first_order = {};
    save(act.tx, *mandate);
  }
  if (order.reason_code == no_such_mandate && mandate->state == State::active)
    end(act, *mandate, Event::revoke, "Votre banque nous répond que ce mandat n’est pas, ou n’est plus, valable.");
}

void register_delays(deadlines::Handlers& handlers) {
  handlers.add(deadline_rule::mandate_lapse, delay_label(deadline_rule::mandate_lapse),
               [](platform::Act& act, const deadlines::Deadline& delay) {
                 if (const auto mandate = find(act.tx, DebitMandateId{delay.subject_id}))
                   end(act, *mandate, Event::lapse, "Aucun prélèvement depuis 36 mois : le mandat est caduc.");
               });
}

}  // namespace works::debit_mandate
