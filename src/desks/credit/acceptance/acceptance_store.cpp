#include "desks/credit/acceptance/acceptance_words.hpp"
#include "desks/credit/acceptance/advice.hpp"

namespace credit::acceptance {
namespace {

using OptionalDay = std::optional<base::Day>;
using OptionalInstant = std::optional<base::Instant>;

#define ADVICE_COLUMNS                                                                                  \
  "mandate_signed, orias, supervisor, complaints, insurer_links, remuneration, needs, recommendation, " \
  "recommended_at, acknowledged_at, acknowledged_by, mandate_document_id"

KeptAdvice read_advice(const db::Row& row) {
  return {.file = {.mandate_signed = row.get<OptionalDay>(0),
                   .orias = row.get<std::string>(1),
                   .supervisor = row.get<std::string>(2),
                   .complaints = row.get<std::string>(3),
                   .insurer_links = row.get<std::string>(4),
                   .remuneration = row.get<std::string>(5),
                   .needs = row.get<std::string>(6),
                   .recommendation = row.get<std::string>(7),
                   .recommended = row.get<OptionalInstant>(8),
                   .acknowledged = row.get<OptionalInstant>(9)},
          .acknowledged_by = row.get<std::string>(10),
          .mandate = row.get<documents::DocumentId>(11)};
}

template <class E>
E known(std::optional<E> value) {
  MANDAT_ASSERT(value);
  return *value;
}

KeptVigilance read_vigilance(const db::Row& row) {
  return {.file = {.identity_checked = row.get<OptionalDay>(0),
                   .identity_paper = row.get<std::string>(1),
                   .owners = known(base::value_of(owner_words, row.text(2))),
                   .owners_named = row.get<std::string>(3),
                   .exposure = known(base::value_of(exposures, row.text(4))),
                   .exposure_measures = row.get<std::string>(5),
                   .screening = known(base::value_of(screenings, row.text(6))),
                   .override_reason = row.get<std::string>(8)},
          .screened_on = row.get<OptionalDay>(7),
          .override_by = row.get<std::optional<identity::AccountId>>(9).value_or(identity::AccountId{})};
}

}  // namespace

KeptAdvice advice_of(db::Transaction& tx, PlacementId placement) {
  return tx
      .row("SELECT " ADVICE_COLUMNS " FROM credit_advice WHERE placement_id = :id", {{"id", placement}}, read_advice)
      .value_or(KeptAdvice{});
}

KeptAdvice last_of_broker(db::Transaction& tx, identity::OrganisationId broker) {
  return tx
      .row("SELECT " ADVICE_COLUMNS
           " FROM credit_advice WHERE broker_id = :broker ORDER BY saved_at DESC, placement_id DESC LIMIT 1",
           {{"broker", broker}}, read_advice)
      .value_or(KeptAdvice{});
}

void save(db::Transaction& tx, PlacementId placement, identity::OrganisationId broker, const KeptAdvice& advice,
          base::Instant now) {
  const auto& file = advice.file;
  tx.execute(
      "INSERT INTO credit_advice (placement_id, broker_id, mandate_signed, orias, supervisor, complaints, "
      "insurer_links, remuneration, needs, recommendation, recommended_at, acknowledged_at, acknowledged_by, "
      "mandate_document_id, saved_at) "
      "VALUES (:placement, :broker, :mandate, :orias, :supervisor, :complaints, :links, :remuneration, :needs, "
      ":recommendation, :recommended, :acknowledged, :by, :paper, :now) ON CONFLICT (placement_id) DO UPDATE SET "
      "mandate_signed = excluded.mandate_signed, orias = excluded.orias, supervisor = excluded.supervisor, "
      "complaints = excluded.complaints, insurer_links = excluded.insurer_links, "
      "remuneration = excluded.remuneration, needs = excluded.needs, recommendation = excluded.recommendation, "
      "recommended_at = excluded.recommended_at, acknowledged_at = excluded.acknowledged_at, "
      "acknowledged_by = excluded.acknowledged_by, mandate_document_id = excluded.mandate_document_id, "
      "saved_at = excluded.saved_at",
      {{"placement", placement},
       {"broker", broker},
       {"mandate", file.mandate_signed},
       {"orias", file.orias},
       {"supervisor", file.supervisor},
       {"complaints", file.complaints},
       {"links", file.insurer_links},
       {"remuneration", file.remuneration},
       {"needs", file.needs},
       {"recommendation", file.recommendation},
       {"recommended", file.recommended},
       {"acknowledged", file.acknowledged},
       {"by", advice.acknowledged_by},
       {"paper", advice.mandate},
       {"now", now}});
}

KeptVigilance vigilance_of(db::Transaction& tx, PlacementId placement) {
  return tx
      .row(
          "SELECT identity_checked, identity_paper, owners, owners_named, exposure, exposure_measures, screening, "
          "screened_on, override_reason, override_by FROM credit_vigilance WHERE placement_id = :id",
          {{"id", placement}}, read_vigilance)
      .value_or(KeptVigilance{});
}

void save(db::Transaction& tx, PlacementId placement, const KeptVigilance& vigilance, base::Instant now) {
  const auto& file = vigilance.file;
  tx.execute(
      "INSERT INTO credit_vigilance (placement_id, identity_checked, identity_paper, owners, owners_named, exposure, "
      "exposure_measures, screening, screened_on, override_reason, override_by, saved_at) VALUES (:placement, "
      ":identity, :paper, :owners, :named, :exposure, :measures, :screening, :screened, :reason, :by, :now) "
      "ON CONFLICT (placement_id) DO UPDATE SET identity_checked = excluded.identity_checked, "
      "identity_paper = excluded.identity_paper, owners = excluded.owners, owners_named = excluded.owners_named, "
      "exposure = excluded.exposure, exposure_measures = excluded.exposure_measures, "
      "screening = excluded.screening, screened_on = excluded.screened_on, "
      "override_reason = excluded.override_reason, override_by = excluded.override_by, saved_at = excluded.saved_at",
      {{"placement", placement},
       {"identity", file.identity_checked},
       {"paper", file.identity_paper},
       {"owners", to_text(file.owners)},
       {"named", file.owners_named},
       {"exposure", to_text(file.exposure)},
       {"measures", file.exposure_measures},
       {"screening", to_text(file.screening)},
       {"screened", vigilance.screened_on},
       {"reason", file.override_reason},
       {"by", vigilance.override_by ? std::optional(vigilance.override_by) : std::nullopt},
       {"now", now}});
}

}  // namespace credit::acceptance
