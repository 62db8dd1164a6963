#include "desks/works/claim/completion.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "desks/works/insured/follow_link.hpp"
#include "desks/works/letters/post.hpp"
#include "desks/works/mandate/mandate.hpp"
#include "floor/audit/audit.hpp"
#include "floor/messages/grouping.hpp"

namespace works::claim {
namespace {

using base::Done;
using base::Outcome;
using documents::Document;

void add_if(std::string& words, bool changed, std::string_view word) {
  if (!changed) return;
  words += words.empty() ? "" : " ";
  words += word;
}

// Named as the fact keeps them: « name phone ».
std::string changes(const Insured& before, const Insured& after) {
  std::string words;
  add_if(words, before.name != after.name, "name");
  add_if(words, before.phone != after.phone, "phone");
  add_if(words, before.email != after.email, "email");
  return words;
}

std::string changes(const Claim& before, const InsurerFacts& after) {
  std::string words;
  add_if(words, before.insurer != after.insurer, "insurer");
  add_if(words, before.insurer_claim_number != after.insurer_claim_number, "claim_number");
  add_if(words, before.insurer_email != after.insurer_email, "handler");
  return words;
}

// W14: what the data are stands in the firm's space, which it may lose while the mail waits.
void tell_firm(platform::Act& act, const Claim& claim, const mandate::Mandate& mandate, const std::string& subject,
               const std::string& text) {
  const auto to = letters::contact_of_firm(act.tx, mandate.tradesman);
  messages::inform(act,
                   {.to = {to.organisation, to.account, to.mail.value_or("")},
                    .topic = "works.alert",
                    .subject = base::squeeze(subject + " : " + claim.reference),
                    .notice = text,
                    .mail = text + "\n\nChantier " + mandate.trades_text + " à " + mandate.place_name + " : " +
                            std::string(messages::site_placeholder) + "/chantiers/" + std::to_string(mandate.id.value),
                    .file = file_of(claim.id)});
}

std::string data_of(const std::string& changed) {
  const auto has = [&](std::string_view word) { return changed.find(word) != std::string::npos; };
  std::string text;
  const auto add = [&](std::string_view word, std::string_view french) {
    if (has(word)) text += (text.empty() ? "" : ", ") + std::string(french);
  };
  add("name", "son nom");
  add("phone", "son téléphone");
  add("email", "son e-mail");
  return text;
}

bool of_a_job(std::string_view kind) {
  return kind == document_kind::signed_quote || kind == document_kind::payment_delegation;
}

bool shown_to_firms(std::string_view kind) {
  return kind == document_kind::photo || kind == document_kind::claim_document || of_a_job(kind);
}

bool known_kind(std::string_view kind) { return shown_to_firms(kind) || kind == document_kind::insurer_paper; }

// A job's paper: a firm has priced that job, and the mandate is this claim's.
bool fits(const std::vector<mandate::Mandate>& mandates, const Addition& addition) {
  if (!of_a_job(addition.kind)) return !addition.mandate;
  return std::any_of(mandates.begin(), mandates.end(), [&](const mandate::Mandate& mandate) {
    return mandate.id == addition.mandate &&
           (mandate.state == mandate::State::quoted || mandate.state == mandate::State::closed);
  });
}

bool stands_among(const std::vector<Document>& known, const Addition& addition, const documents::Prepared& file) {
  return std::any_of(known.begin(), known.end(), [&](const Document& document) {
    return document.kind == addition.kind && document.sha256 == file.sha256 &&
           (!addition.mandate || document.subject_id == addition.mandate.value);
  });
}

void attach(platform::Act& act, const Claim& claim, const Addition& addition, const documents::Prepared& file) {
  documents::NewDocument document{.owner = claim.broker, .file = file_of(claim.id), .kind = addition.kind};
  if (addition.mandate) {
    document.subject_kind = mandate_subject;
    document.subject_id = addition.mandate.value;
  }
  documents::attach(act, file, document);
}

void tell_of_documents(platform::Act& act, const Claim& claim, const std::vector<mandate::Mandate>& mandates,
                       const Addition& addition) {
  if (!shown_to_firms(addition.kind)) return;
  const std::string text = addition.kind == document_kind::signed_quote
                               ? "Le devis signé par votre client est à votre disposition."
                           : addition.kind == document_kind::payment_delegation
                               ? "La délégation de paiement signée par votre client est à votre disposition."
                               : "Le courtier a ajouté des photos ou des documents au chantier.";
  for (const auto& mandate : mandates)
    if (mandate::holds_job(mandate.state) && (!addition.mandate || addition.mandate == mandate.id))
      tell_firm(act, claim, mandate, "Documents ajoutés", text);
}

}  // namespace

Outcome<Done> complete_insurer(platform::Platform& platform, const identity::Actor& broker, ClaimId id,
                               const InsurerFacts& insurer) {
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> Outcome<Done> {
    auto claim = find(act.tx, id, broker);
    if (!claim) return insured::unknown_claim;
    const auto changed = changes(*claim, insurer);
    if (changed.empty()) return Done{};
    claim->insurer = insurer.insurer;
    claim->insurer_name = insurer.insurer_name;
    claim->insurer_email = insurer.insurer_email;
    claim->insurer_claim_number = insurer.insurer_claim_number;
    save(act.tx, *claim);
    mandate::save_held_key(act.tx, id, contact_key(*claim));
    audit::record(act, {"works.insurer.completed", file_of(id), {{"changed", changed}}});
    return Done{};
  });
}

bool put_insured(platform::Act& act, Claim& claim, const Insured& insured) {
  const auto changed = changes(claim.insured, insured);
  if (changed.empty()) return false;
  claim.insured = insured;
  save(act.tx, claim);
  mandate::save_held_key(act.tx, claim.id, contact_key(claim));
  audit::record(act, {"works.insured.corrected", file_of(claim.id), {{"changed", changed}}});
  for (const auto& mandate : mandate::of_claim(act.tx, claim.id))
    if (mandate::holds_job(mandate.state))
      tell_firm(act, claim, mandate, "Coordonnées du client corrigées",
                "Le courtier a corrigé les coordonnées de votre client : " + data_of(changed) +
                    ". Elles sont à jour dans votre espace.");
  return true;
}

Outcome<Done> correct_insured(platform::Platform& platform, const identity::Actor& broker, ClaimId id,
                              const Insured& insured) {
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> Outcome<Done> {
    auto claim = find(act.tx, id, broker);
    if (!claim) return insured::unknown_claim;
    const auto address = claim->insured.email;
    if (!put_insured(act, *claim, insured) || address == insured.email) return Done{};
    if (!insured.email)
      insured::stop(act, id);
    else if (!claim->closed_at && !claim->abandoned_at)
      insured::invite(act, *claim, broker.organisation_name);
    return Done{};
  });
}

Outcome<int> add_documents(platform::Platform& platform, const identity::Actor& broker, ClaimId id,
                           const Addition& addition) {
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> Outcome<int> {
    const auto claim = find(act.tx, id, broker);
    if (!claim) return insured::unknown_claim;
    const auto mandates = mandate::of_claim(act.tx, id);
    if (!known_kind(addition.kind) || !fits(mandates, addition))
      return base::Refusal{kind_of_document_missing, "document_kind"};
    auto known = documents::of_file(act.tx, file_of(id));
    std::erase_if(known, [&](const Document& document) { return document.owner != claim->broker; });
    int added = 0;
    for (auto file = addition.files.begin(); file != addition.files.end(); ++file) {
      const bool twice = std::any_of(addition.files.begin(), file, [&](const documents::Prepared& earlier) {
        return earlier.sha256 == file->sha256;
      });
      if (twice || stands_among(known, addition, *file)) continue;
      attach(act, *claim, addition, *file);
      ++added;
    }
    if (added == 0) return 0;
    if (static_cast<int>(known.size()) + added > most_documents.value())
      return base::Refusal{too_many_documents, "documents", {std::to_string(most_documents.value())}};
    audit::record(
        act,
        {"works.documents.added", file_of(id), {{"document", addition.kind}, {"documents", std::to_string(added)}}});
    tell_of_documents(act, *claim, mandates, addition);
    return added;
  });
}

}  // namespace works::claim
