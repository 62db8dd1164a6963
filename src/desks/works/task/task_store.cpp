#include "base/text.hpp"
#include "base/words.hpp"
#include "desks/works/task/task.hpp"
#include "floor/audit/audit.hpp"
#include "floor/messages/returned_addresses.hpp"

namespace works::task {

const std::string_view open_sql = "SELECT count(*) FROM works_tasks WHERE done_at IS NULL";
namespace {

constexpr base::Word<Kind> words[] = {
    {Kind::job_never_closed, "job_never_closed", "Chantier jamais clos par l’entreprise"},
    {Kind::file_never_closed, "file_never_closed", "Clôture en attente : dossier jamais clos par le courtier"},
    {Kind::overdue_application, "overdue_application", "Inscription en attente depuis 48 h"},
    {Kind::expired_paper, "expired_paper", "Pièce expirée d’un partenaire"},
    {Kind::commission_stuck, "commission_stuck", "Commission impossible à prélever dans les 30 jours"},
    {Kind::commission_unbatched, "commission_unbatched", "Commission à prélever, encore dans aucune remise"},
    {Kind::commission_unpaid, "commission_unpaid", "Prélèvement d’une commission revenu impayé"},
    {Kind::commission_to_repay, "commission_to_repay", "Commission annulée à rembourser à la main"},
    {Kind::bonus_unpaid, "bonus_unpaid", "Virement de primes resté sans suite"},
    {Kind::bonus_run, "bonus_run", "Primes du trimestre à verser"},
    {Kind::transfer_unbatched, "transfer_unbatched", "Virement à faire, encore dans aucune remise"},
    {Kind::deactivation_proposed, "deactivation_proposed", "Désactivation d’une entreprise à décider"},
    {Kind::mail_returned, "mail_returned", "Adresse e-mail qui ne reçoit pas"},
    {Kind::uncovered_start, "uncovered_start", "Début de travaux qu’aucune attestation ne couvre"},
    {Kind::bill_held, "bill_held", "Facture en attente : identité de l’exploitant ou de l’entreprise à compléter"},
    {Kind::silent_firm, "silent_firm", "Entreprise sans réponse trois fois de suite"},
};

Task read(const db::Row& row) {
  const auto kind = kind_from_text(row.text(1));
  MANDAT_ASSERT(kind);
  return {row.get<TaskId>(0),
          *kind,
          row.get<std::optional<ClaimId>>(2).value_or(ClaimId{}),
          row.get<std::optional<identity::OrganisationId>>(3).value_or(identity::OrganisationId{}),
          row.get<std::int64_t>(4),
          row.get<base::Instant>(5),
          row.get<std::optional<base::Instant>>(6),
          row.get<std::optional<identity::AccountId>>(7).value_or(identity::AccountId{}),
          row.get<std::string>(8)};
}

template <class Id>
std::optional<Id> some(Id id) {
  return id ? std::optional(id) : std::nullopt;
}

}  // namespace

std::string_view to_text(Kind kind) { return base::word_of(words, kind).text; }
std::optional<Kind> kind_from_text(std::string_view text) { return base::value_of(words, text); }
std::string_view label(Kind kind) { return base::word_of(words, kind).label; }

bool told_in_file(Kind kind) {
  return kind == Kind::job_never_closed || kind == Kind::file_never_closed || kind == Kind::silent_firm ||
         kind == Kind::uncovered_start;
}

void open(platform::Act& act, const NewTask& task) {
  act.tx.execute(
      "INSERT INTO works_tasks (id, kind, claim_id, organisation_id, subject_id, opened_at) "
      "VALUES (:id, :kind, :claim, :organisation, :subject, :now) ON CONFLICT (kind, subject_id) WHERE done_at IS NULL "
      "DO NOTHING",
      {{"id", act.ids.next()},
       {"kind", to_text(task.kind)},
       {"claim", some(task.claim)},
       {"organisation", some(task.organisation)},
       {"subject", task.subject},
       {"now", act.now}});
}

#define TASK_COLUMNS "id, kind, claim_id, organisation_id, subject_id, opened_at, done_at, done_by, outcome"

std::optional<Task> find(db::Transaction& tx, TaskId id) {
  return tx.row("SELECT " TASK_COLUMNS " FROM works_tasks WHERE id = :id", {{"id", id}}, read);
}

std::vector<Task> done_tasks(db::Transaction& tx, const DonePlace& before, int limit) {
  return tx.rows("SELECT " TASK_COLUMNS
                 " FROM works_tasks WHERE done_at IS NOT NULL AND (done_at, id) < (:at, :id) "
                 "ORDER BY done_at DESC, id DESC LIMIT :limit",
                 {{"at", before.at}, {"id", before.id}, {"limit", limit}}, read);
}

Standing standing(db::Transaction& tx) {
  return *tx.row("SELECT count(*), coalesce(max(id), 0) FROM works_tasks WHERE done_at IS NULL", {},
                 [](const db::Row& row) {
                   return Standing{row.integer(0), row.integer(1)};
                 });
}

std::vector<Task> open_tasks(db::Transaction& tx, TaskId after, int limit) {
  return tx.rows("SELECT " TASK_COLUMNS
                 " FROM works_tasks WHERE done_at IS NULL AND id > :after ORDER BY id LIMIT :limit",
                 {{"after", after}, {"limit", limit}}, read);
}

void settle(platform::Act& act, Kind kind, std::int64_t subject, std::string_view outcome) {
  act.tx.execute(
      "UPDATE works_tasks SET done_at = :now, done_by = :by, outcome = :outcome WHERE kind = :kind AND "
      "subject_id = :subject AND done_at IS NULL",
      {{"now", act.now}, {"by", act.by.account}, {"outcome", outcome}, {"kind", to_text(kind)}, {"subject", subject}});
}

int settle_returned_mail(platform::Platform& platform) {
  constexpr int at_a_time = 1000;
  const auto mended = platform.database.read([&](db::Transaction& tx) {
    const auto open =
        tx.rows("SELECT subject_id FROM works_tasks WHERE kind = :kind AND done_at IS NULL ORDER BY id LIMIT :limit",
                {{"kind", to_text(Kind::mail_returned)}, {"limit", at_a_time}},
                [](const db::Row& row) { return row.get<messages::ReturnId>(0); });
    std::vector<messages::ReturnId> over;
    for (const auto& returned : messages::returned_among(tx, open))
      if (returned.ended) over.push_back(returned.id);
    return over;
  });
  for (const auto id : mended)
    platform.act({}, [&](platform::Act& act) {
      settle(act, Kind::mail_returned, id.value, "L’adresse a été confirmée, changée ou remise à l’essai.");
    });
  return static_cast<int>(mended.size());
}

base::Outcome<base::Done> finish(platform::Platform& platform, const identity::Actor& administrator, TaskId id,
                                 std::string_view typed) {
  const std::string outcome = base::squeeze(typed);
  return platform.act(platform::Author::of(administrator), [&](platform::Act& act) -> base::Outcome<base::Done> {
    const auto task = find(act.tx, id);
    if (!task || task->done_at) return unknown_task;
    if (outcome.empty()) return base::Refusal{outcome_required, "outcome"};
    act.tx.execute("UPDATE works_tasks SET done_at = :now, done_by = :by, outcome = :outcome WHERE id = :id",
                   {{"id", id}, {"now", act.now}, {"by", administrator.account}, {"outcome", outcome}});
    audit::record(act, {"works.task.done",
                        told_in_file(task->kind) && task->claim ? file_of(task->claim) : platform::FileRef{},
                        {{"task", std::to_string(id.value)}, {"task_kind", std::string(to_text(task->kind))}}});
    return base::Done{};
  });
}

}  // namespace works::task
