// The acts on documents, from a file's page.
#include <algorithm>

#include "base/french.hpp"
#include "base/text.hpp"
#include "desks/motor/document/paper_actions.hpp"
#include "desks/motor/page/file_pages.hpp"
#include "desks/motor/page/file_view.hpp"
#include "desks/motor/page/gone_page.hpp"
#include "floor/documents/held.hpp"
#include "floor/papers/pdf_text.hpp"
#include "floor/papers/price_rules.hpp"
#include "floor/visit/page.hpp"

namespace motor::page {
namespace {

using base::Outcome;
using base::Refusal;
using base::Refusals;
using document::Kind;
using documents::Prepared;
using web::html::Url;

std::optional<file::File> visible(visit::Visit& visit, FileId id) {
  return visit.platform.database.read([&](db::Transaction& tx) { return file::find(tx, id, visit.actor()); });
}

bool chosen(const web::UploadedFile& file) { return file.size > 0 || !file.filename.empty(); }

// Every file that cannot be taken is named; those that can are taken.
struct Received {
  std::vector<document::Sending> sendings;  // all but invoices
  std::vector<Prepared> invoices;
  Refusals refusals;

  bool any() const { return !sendings.empty() || !invoices.empty(); }
};
Received receive(visit::Visit& visit) {
  Received received;
  for (const auto& file : visit.request.files) {
    const auto kind = document::kind_from_text(file.field);
    const bool sendable = kind && (std::find(std::begin(document::sent_kinds), std::end(document::sent_kinds), *kind) !=
                                       std::end(document::sent_kinds) ||
                                   *kind == Kind::debt_assignment);
    if (!sendable || !chosen(file)) continue;
    auto ready = visit.platform.documents.prepare(visit.actor().organisation, file, documents::Accept::pdf);
    if (!ready) {
      for (auto refusal : ready.refusals()) {
        refusal.field = file.field;
        received.refusals.push_back(std::move(refusal));
      }
    } else if (*kind == Kind::invoice) {
      received.invoices.push_back(std::move(ready).value());
    } else {
      received.sendings.push_back({*kind, std::move(ready).value()});
    }
  }
  if (received.invoices.size() > 1) {
    received.refusals.push_back({document::one_invoice, "invoice"});
    received.invoices.clear();
  }
  if (received.refusals.empty() && received.sendings.empty() && received.invoices.empty())
    received.refusals.push_back({document::nothing_sent});
  return received;
}

// The total that the invoice's text states, for the repairer to confirm (M19); null for a scan.
std::optional<base::Money> total_in(const visit::Visit& visit, const Prepared& invoice) {
  const auto text = papers::text_of_pdf(visit.platform.documents.path_of(visit.actor().organisation, invoice.sha256));
  return papers::read_prices(text.value_or("")).ttc;
}

std::string sent_words(std::size_t count) {
  return base::french::plural(static_cast<std::int64_t>(count), "document envoyé", "documents envoyés") +
         " au cabinet.";
}

std::optional<base::Money> amount(const web::Fields& form, const std::string& field, Refusals& refusals) {
  const auto text = base::trim(form.get(field));
  if (text.empty()) return std::nullopt;
  const auto read = base::parse_money(text);
  if (!read) refusals.push_back({document::amount_missing, field});
  return read;
}

// The document of the form: chosen now, or kept from the form before.
Outcome<Prepared> posted_file(visit::Visit& visit) {
  const auto owner = visit.actor().organisation;
  const auto file = std::find_if(visit.request.files.begin(), visit.request.files.end(), chosen);
  if (file == visit.request.files.end()) {
    auto held = documents::held(visit.platform, owner, visit.request.form.get(documents::held_field));
    if (!held) return Refusal{document::nothing_sent, "file"};
    return *std::move(held);
  }
  auto ready = visit.platform.documents.prepare(owner, *file, documents::Accept::pdf);
  if (ready) return std::move(ready).value();
  Refusals refusals = ready.refusals();
  for (auto& refusal : refusals) refusal.field = "file";
  return refusals;
}

struct Read {
  document::Posting posting;
  Refusals refusals;
  std::optional<Prepared> file;  // kept also when something else is refused
};
Read posting_of(visit::Visit& visit) {
  const auto& form = visit.request.form;
  Read read{.posting = {.kind = Kind::other, .file = {}}, .refusals = {}, .file = {}};
  Refusals& refusals = read.refusals;
  document::Posting& posting = read.posting;
  const auto kind = document::kind_from_text(form.get("kind"));
  const bool postable = kind && std::find(std::begin(document::posted_kinds), std::end(document::posted_kinds),
                                          *kind) != std::end(document::posted_kinds);
  if (!postable) refusals.push_back({document::kind_missing, "kind"});
  const auto total = amount(form, "amount", refusals);
  posting.kind = kind.value_or(Kind::other);
  posting.amount = total;
  if (postable && document::is_report(*kind) && !total && refusals.empty())
    refusals.push_back({document::amount_missing, "amount"});
  if (kind == Kind::payment_agreement) {
    const auto excess = amount(form, "excess", refusals);
    const auto vat = amount(form, "vat_left", refusals);
    const auto until = base::Day::from_iso(base::trim(form.get("valid_until")));
    if (!total && refusals.empty()) refusals.push_back({document::amount_missing, "amount"});
    if (!until) refusals.push_back({document::day_missing, "valid_until"});
    if (total && until)
      posting.agreement = document::PaymentAgreement{.document = {},
                                                     .amount = *total,
                                                     .excess = excess.value_or(base::Money{}),
                                                     .vat_left = vat.value_or(base::Money{}),
                                                     .valid_until = *until,
                                                     .posted = {}};
    posting.amount.reset();
  }
  auto file = posted_file(visit);
  if (file) {
    read.file = *file;
    posting.file = *std::move(file);
  } else {
    for (const auto& refusal : file.refusals()) refusals.push_back(refusal);
  }
  return read;
}

// The file of a paper, in the reader's scope; none when he may not see it.
std::optional<FileId> file_of_paper(visit::Visit& visit) {
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<FileId> {
    const auto paper = document::find(tx, PaperId{visit.id()});
    if (!paper || !file::find(tx, paper->file, visit.actor())) return std::nullopt;
    return paper->file;
  });
}

}  // namespace

web::Response post_documents(visit::Visit& visit) {
  const FileId id{visit.id()};
  if (!visible(visit, id)) return gone(visit);
  Received received = receive(visit);
  if (!received.any()) return show_again(visit, id, received.refusals);
  std::optional<document::DraftId> draft;
  const auto total = received.invoices.empty() ? std::nullopt : total_in(visit, received.invoices.front());
  const auto done = visit.platform.act(visit.author(), [&](platform::Act& act) -> Outcome<base::Done> {
    if (!received.sendings.empty()) {
      const auto sent = document::send(act, visit.actor(), id, received.sendings);
      if (!sent) return sent.refusals();
    }
    if (received.invoices.empty()) return base::Done{};
    const auto file = file::find(act.tx, id, visit.actor());
    if (!file) return document::unknown;
    if (file->position.state == file::State::closed) return document::file_closed;
    draft = document::keep_draft(act, visit.actor(), id, received.invoices.front(), total);
    return base::Done{};
  });
  const std::string told = received.sendings.empty() ? std::string() : sent_words(received.sendings.size());
  if (done && !received.refusals.empty()) return show_again(visit, id, received.refusals, {.told = told});
  if (!done && done.refusal().code.kind == base::RefusalKind::not_found) return gone(visit);
  if (!done || !draft) return after(visit, id, done, told);
  const Url confirmation = Url::path("/reparateurs/factures/{}", *draft);
  return told.empty() ? visit::see_other(confirmation)
                      : visit::see_other(visit, confirmation, {web::ui::Tone::good, told});
}

web::Response post_posting(visit::Visit& visit) {
  const FileId id{visit.id()};
  if (!visible(visit, id)) return visit::not_found(visit);
  const Read read = posting_of(visit);
  if (!read.refusals.empty()) return show_again(visit, id, read.refusals, {.held = read.file});
  const std::string name(title(read.posting.kind));
  const auto done = visit.platform.act(visit.author(), [&](platform::Act& act) -> Outcome<base::Done> {
    const auto posted = document::post(act, visit.actor(), id, read.posting);
    if (!posted) return posted.refusals();
    return base::Done{};
  });
  if (!done) return show_again(visit, id, done.refusals(), {.held = read.file});
  return after(visit, id, done, name + " : document posté.");
}

web::Response post_verdict(visit::Visit& visit) {
  const auto id = file_of_paper(visit);
  if (!id) return visit::not_found(visit);
  const auto verdict = document::verdict_from_text(visit.request.form.get("verdict")).value_or(document::Verdict::none);
  const auto done = visit.platform.act(visit.author(), [&](platform::Act& act) {
    return document::judge(act, visit.actor(), PaperId{visit.id()}, verdict, visit.request.form.get("reason"));
  });
  return after(visit, *id, done, "Jugement enregistré : le réparateur en est informé.");
}

web::Response post_agreement(visit::Visit& visit) {
  const auto id = file_of_paper(visit);
  if (!id) return gone(visit, visit.request.form.get("reason"));
  const auto said =
      document::agreement_from_text(visit.request.form.get("agreement")).value_or(document::Agreement::none);
  const auto done = visit.platform.act(visit.author(), [&](platform::Act& act) {
    return document::agree(act, visit.actor(), PaperId{visit.id()}, said, visit.request.form.get("reason"));
  });
  return after(visit, *id, done, "Réponse envoyée au cabinet.");
}

}  // namespace motor::page
