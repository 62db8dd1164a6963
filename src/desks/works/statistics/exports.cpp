// The administrators' tables for other programs (P13): requests, firms, commissions, statistics.
#include <unordered_map>

#include "desks/works/claim/claim.hpp"
#include "desks/works/commission/commission.hpp"
#include "desks/works/matching/live_firms.hpp"
#include "desks/works/statistics/statistics.hpp"
#include "desks/works/statistics/statistics_pages.hpp"
#include "desks/works/tradesman/tradesman.hpp"
#include "floor/identity/names.hpp"
#include "floor/tables/writing.hpp"
#include "floor/visit/export.hpp"

namespace works::statistics {
namespace {

using tables::Kind;

using visit::cell;

constexpr std::string_view title = "Export";

constexpr tables::Column mandate_columns[] = {
    {.key = "claim", .label = "Dossier"},
    {.key = "firm", .label = "Entreprise"},
    {.key = "trades", .label = "Métiers"},
    {.key = "place", .label = "Commune"},
    {.key = "distance", .label = "Distance (m)", .kind = Kind::number},
    {.key = "asked", .label = "Demandée le", .kind = Kind::instant},
    {.key = "sent", .label = "SMS émis le", .kind = Kind::instant},
    {.key = "delivered", .label = "SMS remis le", .kind = Kind::instant},
    {.key = "state", .label = "État", .kind = Kind::choice},
    {.key = "answered", .label = "Réponse le", .kind = Kind::instant},
    {.key = "over", .label = "Réponse par"},
    {.key = "ended", .label = "Fin le", .kind = Kind::instant},
    {.key = "reason", .label = "Motif"},
};

std::string_view channel_name(std::string_view over) {
  if (over == "sms") return "SMS";
  if (over == "mail") return "e-mail";
  return over == "space" ? "espace" : "";
}

}  // namespace

web::Response export_mandates(visit::Visit& visit) {
  MandateId last{};
  return visit::exported(visit, {"demandes", title, mandate_columns}, [&](db::Transaction& tx, int limit) {
    const auto page = mandate::latest(tx, last, limit);
    std::vector<ClaimId> claims;
    std::vector<identity::OrganisationId> firms;
    for (const auto& one : page) {
      claims.push_back(one.claim);
      firms.push_back(one.tradesman);
    }
    const auto references = claim::references_of(tx, claims);
    const identity::Names names(tx, std::move(firms));
    std::vector<tables::Row> rows;
    for (const auto& one : page)
      rows.push_back({references.at(one.claim), names.of(one.tradesman), one.trades_text, one.place_name,
                      cell(one.distance_m), one.asked_at, cell(one.sms_sent_at), cell(one.sms_delivered_at),
                      cell(label(one.state)), cell(one.answered_at), cell(channel_name(one.answered_over)),
                      cell(one.ended_at), one.reason});
    if (!page.empty()) last = page.back().id;
    return rows;
  });
}

namespace {

constexpr tables::Column firm_columns[] = {
    {.key = "name", .label = "Entreprise"},
    {.key = "state", .label = "État", .kind = Kind::choice},
    {.key = "postal_code", .label = "Code postal", .kind = Kind::postal_code},
    {.key = "place", .label = "Commune"},
    {.key = "radius", .label = "Rayon (km)", .kind = Kind::number},
    {.key = "asked", .label = "Demandes à leur terme", .kind = Kind::number},
    {.key = "answered", .label = "Répondues", .kind = Kind::number},
    {.key = "accepted", .label = "Acceptées", .kind = Kind::number},
    {.key = "closed", .label = "Chantiers clos", .kind = Kind::number},
    {.key = "live", .label = "Chantiers en cours", .kind = Kind::number},
    {.key = "silences", .label = "Silences de suite", .kind = Kind::number},
    {.key = "last_asked", .label = "Dernière demande le", .kind = Kind::instant},
    {.key = "rating", .label = "Note (sur 1000)", .kind = Kind::number},
};

}  // namespace

web::Response export_firms(visit::Visit& visit) {
  identity::OrganisationId last{};
  return visit::exported(visit, {"entreprises", title, firm_columns}, [&](db::Transaction& tx, int limit) {
    const auto weights = tx.kept().of<matching::LiveFirms>().ranking().weights;
    const auto page = tradesman::all(tx, last, limit);
    std::vector<identity::OrganisationId> firms;
    for (const auto& one : page) firms.push_back(one.organisation);
    const identity::Names names(tx, std::move(firms));
    std::vector<tables::Row> rows;
    for (const auto& one : page)
      rows.push_back({names.of(one.organisation), cell(label(one.state)), one.base_postal_code, one.base_name,
                      cell(one.radius_m / 1000), cell(one.record.asked), cell(one.record.answered),
                      cell(one.record.accepted), cell(one.record.closed), cell(one.record.live),
                      cell(one.record.silences), cell(one.record.last_asked_at),
                      cell(tradesman::rating_of(one.record, visit.now, weights))});
    if (!page.empty()) last = page.back().organisation;
    return rows;
  });
}

namespace {

constexpr tables::Column commission_columns[] = {
    {.key = "bill", .label = "Facture"},
    {.key = "firm", .label = "Entreprise"},
    {.key = "claim", .label = "Dossier"},
    {.key = "job", .label = "Chantier"},
    {.key = "closed", .label = "Clos le", .kind = Kind::day},
    {.key = "amount", .label = "Montant TTC", .kind = Kind::amount},
    {.key = "state", .label = "État", .kind = Kind::choice},
    {.key = "attempt", .label = "Présentation", .kind = Kind::number},
    {.key = "from", .label = "À prélever à partir du", .kind = Kind::day},
    {.key = "until", .label = "Au plus tard le", .kind = Kind::day},
    {.key = "settled", .label = "Réglée le", .kind = Kind::day},
    {.key = "note", .label = "Note"},
};

}  // namespace

web::Response export_commissions(visit::Visit& visit) {
  MandateId last{};
  return visit::exported(visit, {"commissions", title, commission_columns}, [&](db::Transaction& tx, int limit) {
    const auto page = commission::list(tx, commission::Which::all, last, limit);
    std::vector<ClaimId> claims;
    std::vector<identity::OrganisationId> firms;
    for (const auto& one : page) {
      claims.push_back(one.claim);
      firms.push_back(one.organisation);
    }
    const auto references = claim::references_of(tx, claims);
    const identity::Names names(tx, std::move(firms));
    std::vector<tables::Row> rows;
    for (const auto& one : page)
      rows.push_back({one.bill_number, names.of(one.organisation), references.at(one.claim), one.job, one.closed_on,
                      one.amount, cell(commission::label(one.state)), cell(one.attempt), cell(one.debit_on),
                      cell(one.debit_until), cell(one.settled_on), one.note});
    if (!page.empty()) last = page.back().mandate;
    return rows;
  });
}

namespace {

constexpr tables::Column statistics_columns[] = {
    {.key = "by", .label = "Par", .kind = Kind::choice},
    {.key = "what", .label = "Métier ou département"},
    {.key = "requests", .label = "Demandes", .kind = Kind::number},
    {.key = "answered", .label = "Répondues", .kind = Kind::number},
    {.key = "silent", .label = "Sans réponse", .kind = Kind::number},
    {.key = "rate", .label = "Taux de réponse", .kind = Kind::rate},
    {.key = "answer", .label = "Délai médian de réponse (min)", .kind = Kind::number},
    {.key = "quote", .label = "Délai médian du devis (min)", .kind = Kind::number},
    {.key = "closure", .label = "Délai médian de clôture (min)", .kind = Kind::number},
};

tables::Row row_of(std::string_view by, std::string what, const Summary& summary) {
  const auto minutes = [](std::optional<int> n) { return n ? tables::Value(std::int64_t{*n}) : tables::Value(); };
  return {cell(by),
          std::move(what),
          cell(summary.requests),
          cell(summary.answered),
          cell(summary.silent),
          cell(summary.answer_rate()),
          minutes(summary.answer),
          minutes(summary.quote),
          minutes(summary.closure)};
}

web::Response export_statistics(visit::Visit& visit, tables::Format format) {
  const auto days = days_of(period_of(visit), base::paris::day_of(visit.now));
  const auto found =
      visit.platform.database.read([&](db::Transaction& tx) { return measures(tx, days, most_measures.value()); });
  const auto figures = reckon(found);
  const auto writer = tables::open_writer(format, "Statistiques", statistics_columns);
  writer->add(row_of("ensemble", "Tous", figures.all));
  for (const auto& line : figures.by_trade) writer->add(row_of("métier", trade_name(line.key), line.summary));
  for (const auto& line : figures.by_department)
    writer->add(row_of("département", department_name(line.key), line.summary));
  return tables::download(format, "statistiques-" + days.first.iso() + "-" + (days.end - 1).iso(), writer->finish());
}

}  // namespace

web::Response export_statistics_csv(visit::Visit& visit) { return export_statistics(visit, tables::Format::csv); }
web::Response export_statistics_xlsx(visit::Visit& visit) { return export_statistics(visit, tables::Format::xlsx); }

}  // namespace works::statistics
