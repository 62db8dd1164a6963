#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "desks/credit/placement/placement.hpp"
#include "desks/credit/placement/placement_tabs.hpp"

namespace credit::placement {
namespace {

#define PLACEMENT_COLUMNS                                                                                            \
  "id, reference, broker_id, handled_by, company_id, opened_at, form_key, company_name, siren, company_size, "       \
  "contact_name, contact_email, contact_phone, channel, need, notes, step, waiting_for, waiting_name, next_due_at, " \
  "buyers, exposure, abandoned_reason"

template <class E>
E known(std::optional<E> value) {
  MANDAT_ASSERT(value);
  return *value;
}

Placement read(const db::Row& row) {
  return {
      .id = row.get<PlacementId>(0),
      .reference = row.get<std::string>(1),
      .broker = row.get<identity::OrganisationId>(2),
      .handled_by = row.get<identity::AccountId>(3),
      .company_space = row.get<std::optional<identity::OrganisationId>>(4).value_or(identity::OrganisationId{}),
      .opened_at = row.get<base::Instant>(5),
      .form_key = row.get<std::string>(6),
      .company = {row.get<std::string>(7), row.get<std::string>(8), known(size_from_text(row.text(9)))},
      .contact = {row.get<std::string>(10), row.get<std::string>(11), row.get<std::string>(12)},
      .channel = known(channel_from_text(row.text(13))),
      .need = known(need_from_text(row.text(14))),
      .notes = row.get<std::string>(15),
      .step = known(step_from_text(row.text(16))),
      .waiting_for = known(waiting_from_text(row.text(17))),
      .waiting_name = row.get<std::string>(18),
      .next_due_at = row.get<std::optional<base::Instant>>(19),
      .buyers = row.get<std::int64_t>(20),
      .exposure = row.get<base::Money>(21),
      .abandoned_reason = row.get<std::string>(22),
  };
}

std::string search_key(const Placement& placement) {
  return base::fold(placement.reference + " " + placement.company.name + " " + placement.company.siren + " " +
                    placement.contact.name);
}

std::int64_t due_order(const Placement& placement) {
  return placement.next_due_at ? placement.next_due_at->micros : INT64_MAX;
}

void count(db::Transaction& tx, identity::OrganisationId broker, Tab tab, int change) {
  tx.execute(
      "INSERT INTO credit_placement_counts (broker_id, tab, placements) VALUES (:broker, :tab, :change) "
      "ON CONFLICT (broker_id, tab) DO UPDATE SET placements = credit_placement_counts.placements + "
      "excluded.placements",
      {{"broker", broker}, {"tab", to_text(tab)}, {"change", change}});
}

std::optional<identity::OrganisationId> space_of(const Placement& placement) {
  return placement.company_space ? std::optional(placement.company_space) : std::nullopt;
}

}  // namespace

void insert(db::Transaction& tx, const Placement& placement, const std::vector<PlannedStep>& plan) {
  tx.execute(
      "INSERT INTO credit_placements (id, reference, broker_id, handled_by, company_id, opened_at, form_key, "
      "company_name, siren, company_size, contact_name, contact_email, contact_phone, channel, need, notes, "
      "search_key, step, waiting_for, waiting_name, next_due_at, due_order) VALUES (:id, :reference, :broker, "
      ":handled_by, :company, :opened_at, :form_key, :name, :siren, :size, :contact, :email, :phone, :channel, :need, "
      ":notes, :search_key, :step, :waiting_for, :waiting_name, :due, :due_order)",
      {{"id", placement.id},
       {"reference", placement.reference},
       {"broker", placement.broker},
       {"handled_by", placement.handled_by},
       {"company", space_of(placement)},
       {"opened_at", placement.opened_at},
       {"form_key", placement.form_key},
       {"name", placement.company.name},
       {"siren", placement.company.siren},
       {"size", to_text(placement.company.size)},
       {"contact", placement.contact.name},
       {"email", placement.contact.email},
       {"phone", placement.contact.phone},
       {"channel", to_text(placement.channel)},
       {"need", to_text(placement.need)},
       {"notes", placement.notes},
       {"search_key", search_key(placement)},
       {"step", to_text(placement.step)},
       {"waiting_for", to_text(placement.waiting_for)},
       {"waiting_name", placement.waiting_name},
       {"due", placement.next_due_at},
       {"due_order", due_order(placement)}});
  for (const Tab tab : tabs_of(placement.step, placement.waiting_for)) count(tx, placement.broker, tab, 1);
  for (const PlannedStep& planned : plan)
    tx.execute(
        "INSERT INTO credit_placement_steps (placement_id, step, expected_on, done_at) "
        "VALUES (:id, :step, :expected, :done)",
        {{"id", placement.id},
         {"step", to_text(planned.step)},
         {"expected", planned.expected_on},
         {"done", planned.done_at}});
}

void save(db::Transaction& tx, const Placement& placement) {
  const auto before = find(tx, placement.id);
  MANDAT_ASSERT(before);
  tx.execute(
      "UPDATE credit_placements SET handled_by = :handled_by, company_id = :company, company_name = :name, siren = "
      ":siren, company_size = :size, "
      "contact_name = :contact, contact_email = :email, contact_phone = :phone, need = :need, notes = :notes, "
      "search_key = :search_key, step = :step, waiting_for = :waiting_for, waiting_name = :waiting_name, "
      "next_due_at = :due, due_order = :due_order, buyers = :buyers, exposure = :exposure, "
      "abandoned_reason = :reason WHERE id = :id",
      {{"id", placement.id},
       {"handled_by", placement.handled_by},
       {"company", space_of(placement)},
       {"name", placement.company.name},
       {"siren", placement.company.siren},
       {"size", to_text(placement.company.size)},
       {"contact", placement.contact.name},
       {"email", placement.contact.email},
       {"phone", placement.contact.phone},
       {"need", to_text(placement.need)},
       {"notes", placement.notes},
       {"search_key", search_key(placement)},
       {"step", to_text(placement.step)},
       {"waiting_for", to_text(placement.waiting_for)},
       {"waiting_name", placement.waiting_name},
       {"due", placement.next_due_at},
       {"due_order", due_order(placement)},
       {"buyers", placement.buyers},
       {"exposure", placement.exposure},
       {"reason", placement.abandoned_reason}});
  if (before->step == placement.step && before->waiting_for == placement.waiting_for) return;
  for (const Tab tab : tabs_of(before->step, before->waiting_for)) count(tx, placement.broker, tab, -1);
  for (const Tab tab : tabs_of(placement.step, placement.waiting_for)) count(tx, placement.broker, tab, 1);
}

void note_step_done(db::Transaction& tx, PlacementId id, Step step, std::optional<base::Instant> at) {
  tx.execute("UPDATE credit_placement_steps SET done_at = :at WHERE placement_id = :id AND step = :step",
             {{"id", id}, {"step", to_text(step)}, {"at", at}});
}

std::optional<Placement> find(db::Transaction& tx, PlacementId id) {
  return tx.row("SELECT " PLACEMENT_COLUMNS " FROM credit_placements WHERE id = :id", {{"id", id}}, read);
}

std::optional<Placement> find(db::Transaction& tx, PlacementId id, const identity::Actor& actor) {
  using identity::OrganisationKind;
  auto placement = find(tx, id);
  if (!placement || actor.is(OrganisationKind::administrator)) return placement;
  const bool brokers = actor.is(OrganisationKind::broker) && placement->broker == actor.organisation;
  const bool companys = actor.is(OrganisationKind::insured_company) && placement->company_space == actor.organisation;
  if (!brokers && !companys) return std::nullopt;
  return placement;
}

std::optional<PlacementId> find_by_form_key(db::Transaction& tx, identity::OrganisationId broker,
                                            std::string_view key) {
  return tx.value<PlacementId>("SELECT id FROM credit_placements WHERE broker_id = :broker AND form_key = :key",
                               {{"broker", broker}, {"key", key}});
}

std::string next_reference(db::Transaction& tx, identity::OrganisationId broker, int year) {
  const auto number = tx.value<std::int64_t>(
      "INSERT INTO credit_references (broker_id, year, last_number) VALUES (:broker, :year, 1) "
      "ON CONFLICT (broker_id, year) DO UPDATE SET last_number = credit_references.last_number + 1 "
      "RETURNING last_number",
      {{"broker", broker}, {"year", year}});
  MANDAT_ASSERT(number);
  return fmt::format("C-{}-{:06}", year, *number);
}

std::vector<PlannedStep> plan_of(db::Transaction& tx, PlacementId id) {
  auto plan = tx.rows("SELECT step, expected_on, done_at FROM credit_placement_steps WHERE placement_id = :id",
                      {{"id", id}}, [](const db::Row& row) {
                        return PlannedStep{known(step_from_text(row.text(0))), row.get<base::Day>(1),
                                           row.get<std::optional<base::Instant>>(2)};
                      });
  std::sort(plan.begin(), plan.end(), [](const auto& a, const auto& b) { return a.step < b.step; });
  return plan;
}

std::vector<Placement> of_company(db::Transaction& tx, identity::OrganisationId company) {
  return tx.rows("SELECT " PLACEMENT_COLUMNS
                 " FROM credit_placements WHERE company_id = :company ORDER BY id DESC LIMIT 100",
                 {{"company", company}}, read);
}

}  // namespace credit::placement
