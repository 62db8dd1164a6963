#include "db/id_batches.hpp"
#include "desks/works/certificate/certificate.hpp"

namespace works::certificate {
namespace {

std::string joined(const std::vector<std::string>& slugs) {
  std::string text;
  for (const auto& slug : slugs) text += (text.empty() ? "" : " ") + slug;
  return text;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> slugs;
  while (!text.empty()) {
    const auto space = text.find(' ');
    slugs.emplace_back(text.substr(0, space));
    text = space == std::string_view::npos ? std::string_view() : text.substr(space + 1);
  }
  return slugs;
}

}  // namespace

void save(db::Transaction& tx, const Start& start) {
  tx.execute(
      "INSERT INTO works_job_starts (mandate_id, starts_on, said, uncovered, task_id) VALUES (:mandate, :day, :said, "
      ":uncovered, :task) ON CONFLICT (mandate_id) DO UPDATE SET starts_on = excluded.starts_on, said = excluded.said, "
      "uncovered = excluded.uncovered, task_id = excluded.task_id",
      {{"mandate", start.mandate},
       {"day", start.starts_on},
       {"said", start.said == Said::firm ? "firm" : "assumed"},
       {"uncovered", joined(start.uncovered)},
       {"task", start.task}});
  tx.execute("DELETE FROM works_job_certificates WHERE mandate_id = :mandate", {{"mandate", start.mandate}});
  for (std::size_t i = 0; i < start.certificates.size(); ++i) {
    const Covering& kept = start.certificates[i];
    tx.execute(
        "INSERT INTO works_job_certificates (mandate_id, position, certificate, valid_from, valid_until, trades, "
        "document_id) VALUES (:mandate, :position, :certificate, :from, :until, :trades, :document)",
        {{"mandate", start.mandate},
         {"position", i},
         {"certificate", kept.certificate},
         {"from", kept.valid_from},
         {"until", kept.valid_until},
         {"trades", joined(kept.trades)},
         {"document", kept.document}});
  }
}

std::optional<Start> find(db::Transaction& tx, MandateId mandate) {
  auto found = of(tx, {mandate});
  if (found.empty()) return std::nullopt;
  return std::move(found.begin()->second);
}

std::map<MandateId, Start> of(db::Transaction& tx, const std::vector<MandateId>& mandates) {
  std::map<MandateId, Start> found;
  db::each_of(
      tx, "SELECT mandate_id, starts_on, said, uncovered, task_id FROM works_job_starts WHERE mandate_id IN ({ids})",
      mandates, {}, [&](const db::Row& row) {
        const auto id = row.get<MandateId>(0);
        found.emplace(id, Start{.mandate = id,
                                .starts_on = row.get<base::Day>(1),
                                .said = row.text(2) == "firm" ? Said::firm : Said::assumed,
                                .uncovered = split(row.text(3)),
                                .task = row.integer(4),
                                .certificates = {}});
      });
  db::each_of(tx,
              "SELECT mandate_id, certificate, valid_from, valid_until, trades, document_id FROM "
              "works_job_certificates WHERE mandate_id IN ({ids}) ORDER BY mandate_id, position",
              mandates, {}, [&](const db::Row& row) {
                found.at(row.get<MandateId>(0))
                    .certificates.push_back({row.get<std::string>(1), row.get<base::Day>(2), row.get<base::Day>(3),
                                             split(row.text(4)), row.get<documents::DocumentId>(5)});
              });
  return found;
}

std::vector<MandateId> uncovered_among(db::Transaction& tx, const std::vector<MandateId>& mandates) {
  std::vector<MandateId> found;
  db::each_of(tx, "SELECT mandate_id FROM works_job_starts WHERE mandate_id IN ({ids}) AND uncovered <> ''", mandates,
              {}, [&](const db::Row& row) { found.push_back(row.get<MandateId>(0)); });
  return found;
}

}  // namespace works::certificate
