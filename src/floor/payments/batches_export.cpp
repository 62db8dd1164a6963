// The batches, and the files read from the bank, for other programs (P13), as their pages list them.
#include "floor/payments/batch_store.hpp"
#include "floor/payments/pages.hpp"
#include "floor/payments/payment_view.hpp"
#include "floor/visit/export.hpp"

namespace payments {
namespace {

using tables::Kind;
using visit::cell;

constexpr tables::Column batch_columns[] = {
    {.key = "number", .label = "Remise", .kind = Kind::number},
    {.key = "kind", .label = "Nature", .kind = Kind::choice},
    {.key = "state", .label = "État", .kind = Kind::choice},
    {.key = "prepared", .label = "Préparée le", .kind = Kind::instant},
    {.key = "prepared_by", .label = "Préparée par"},
    {.key = "released", .label = "Libérée le", .kind = Kind::instant},
    {.key = "released_by", .label = "Libérée par"},
    {.key = "orders", .label = "Ordres", .kind = Kind::number},
    {.key = "amount", .label = "Montant", .kind = Kind::amount},
    {.key = "booked", .label = "Réglés", .kind = Kind::number},
    {.key = "booked_amount", .label = "Montant réglé", .kind = Kind::amount},
    {.key = "back", .label = "Revenus", .kind = Kind::number},
    {.key = "unknown", .label = "Sans réponse", .kind = Kind::number},
};

tables::Value count_cell(const Totals& totals) { return static_cast<std::int64_t>(totals.count); }

tables::Row row_of(const BatchPage& page, const Batch& batch, const identity::Names& names) {
  const auto totals = [&](bool (*counts)(State)) { return totals_of(page, batch.id, counts); };
  const Totals all = totals([](State state) { return state != State::cancelled; });
  const Totals booked = totals([](State state) { return state == State::booked; });
  return {cell(batch.number),
          cell(label(batch.kind)),
          cell(label(batch.state)),
          batch.prepared,
          names.of(batch.prepared_by),
          cell(batch.released),
          names.of(batch.released_by),
          count_cell(all),
          all.amount,
          count_cell(booked),
          booked.amount,
          count_cell(totals([](State state) { return state == State::rejected || state == State::returned; })),
          count_cell(totals([](State state) { return state == State::unknown; }))};
}

constexpr tables::Column file_columns[] = {
    {.key = "read", .label = "Lu le", .kind = Kind::instant},
    {.key = "read_by", .label = "Lu par"},
    {.key = "file", .label = "Fichier"},
    {.key = "message", .label = "Format"},
    {.key = "message_id", .label = "Identifiant"},
    {.key = "sha256", .label = "Empreinte SHA-256"},
    {.key = "matched", .label = "Rapprochés", .kind = Kind::number},
    {.key = "known", .label = "Déjà connus", .kind = Kind::number},
    {.key = "unmatched", .label = "À traiter", .kind = Kind::number},
};

}  // namespace

web::Response export_batches(visit::Visit& visit) {
  int last = 0;
  return visit::exported(visit, {"remises", "Remises", batch_columns}, [&](db::Transaction& tx, int limit) {
    const auto page = batch_page(tx, last, limit);
    std::vector<identity::AccountId> people;
    for (const Batch& batch : page.batches) people.insert(people.end(), {batch.prepared_by, batch.released_by});
    const identity::Names names(tx, {}, std::move(people));
    std::vector<tables::Row> rows;
    for (const Batch& batch : page.batches) rows.push_back(row_of(page, batch, names));
    if (!page.batches.empty()) last = page.batches.back().number;
    return rows;
  });
}

web::Response export_bank_files(visit::Visit& visit) {
  BankFileId last{};
  return visit::exported(visit, {"fichiers-banque", "Fichiers lus", file_columns}, [&](db::Transaction& tx, int limit) {
    const auto page = store::received(tx, last, limit);
    std::vector<identity::AccountId> people;
    for (const KeptFile& file : page.files) people.push_back(file.by);
    const identity::Names names(tx, {}, std::move(people));
    std::vector<tables::Row> rows;
    for (const KeptFile& file : page.files)
      rows.push_back({file.at, names.of(file.by), file.filename, file.message, file.message_id, file.sha256,
                      cell(file.matched), cell(file.known), cell(file.unmatched)});
    if (!page.files.empty()) last = page.files.back().id;
    return rows;
  });
}

}  // namespace payments
