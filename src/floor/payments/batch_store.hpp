#pragma once

#include "floor/payments/batches.hpp"

namespace payments::store {

int next_number(db::Transaction& tx);
void insert(db::Transaction& tx, const Batch& batch);
void update(db::Transaction& tx, const Batch& batch);  // state, release
// False when a file of that direction with that content is kept already.
enum class Way { sent, received };
bool insert(db::Transaction& tx, Way way, const KeptFile& file, std::string_view content);
void update_counts(db::Transaction& tx, const KeptFile& file);
std::optional<KeptFile> file(db::Transaction& tx, BankFileId id);
std::optional<KeptFile> received_as(db::Transaction& tx, std::string_view sha256);
std::optional<BatchId> sent_as(db::Transaction& tx, std::string_view message_id);
struct FilePage {
  std::vector<KeptFile> files;
  bool more;
};
FilePage received(db::Transaction& tx, BankFileId before, int limit);

}  // namespace payments::store
