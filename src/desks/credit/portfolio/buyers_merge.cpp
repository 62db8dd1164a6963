#include "desks/credit/portfolio/buyers_merge.hpp"

#include <map>

#include "base/text.hpp"

namespace credit::portfolio {
namespace {

using Key = std::pair<std::string, std::string>;  // country, and identifier or folded name

Key identity_of(const NewBuyer& buyer) { return {buyer.country, buyer.identifier}; }
Key name_of(const NewBuyer& buyer) { return {buyer.country, base::fold(buyer.name)}; }

// A name alone recognises nobody (C3); the same row once more is the same row, whoever has completed it meanwhile.
std::string whole_row(const NewBuyer& buyer) {
  std::string row;
  for (const auto& part : {buyer.name, buyer.country, std::to_string(buyer.exposure.cents),
                           std::to_string(buyer.terms_days), buyer.sector, buyer.group})
    row += part + "\n";
  return row;
}

class Merging {
 public:
  Merging(const std::vector<Buyer>& known, const std::vector<NewBuyer>& rows) : rows_(rows) {
    for (const Buyer& buyer : known) {
      ++untold_[whole_row(buyer)];
      if (buyer.identifier.empty())
        unidentified_[name_of(buyer)].push_back(&buyer);
      else
        identified_.emplace(identity_of(buyer), &buyer);
    }
    for (const NewBuyer& row : rows)
      if (!row.identifier.empty() && !identified_.contains(identity_of(row))) ++newcomers_[name_of(row)];
    // Whom a row names is not there for another row that lacks the identifier.
    for (const NewBuyer& row : rows)
      if (const Buyer* before = meant_by(row)) --untold_[whole_row(*before)];
  }

  Merge merge() {
    for (const NewBuyer& row : rows_) take(row);
    return std::move(merge_);
  }

 private:
  // The one that lacks his identifier; null: none of that name, or no telling which.
  const Buyer* completed_by(const NewBuyer& row) const {
    const auto found = unidentified_.find(name_of(row));
    if (found == unidentified_.end() || found->second.size() != 1) return nullptr;
    return newcomers_.at(name_of(row)) == 1 ? found->second.front() : nullptr;
  }
  const Buyer* meant_by(const NewBuyer& row) const {
    if (row.identifier.empty()) return nullptr;
    const auto found = identified_.find(identity_of(row));
    return found != identified_.end() ? found->second : completed_by(row);
  }
  void take(const NewBuyer& row) {
    if (row.identifier.empty()) {
      if (--untold_[whole_row(row)] >= 0) return;
      ++merge_.taken.unidentified;
    }
    const Buyer* before = meant_by(row);
    if (before == nullptr) {
      merge_.to_save.push_back({row, BuyerId{}});
      ++merge_.taken.added;
    } else if (static_cast<const NewBuyer&>(*before) != row) {
      merge_.to_save.push_back({row, before->id});
      ++(before->identifier.empty() ? merge_.taken.completed : merge_.taken.changed);
    }
  }

  const std::vector<NewBuyer>& rows_;
  std::map<std::string, int> untold_;  // rows there that no row of the list has told yet
  std::map<Key, const Buyer*> identified_;
  std::map<Key, std::vector<const Buyer*>> unidentified_;
  std::map<Key, int> newcomers_;  // rows of one name whose identifier nobody has
  Merge merge_;
};

}  // namespace

Merge merge(const std::vector<Buyer>& known, const std::vector<NewBuyer>& rows) { return Merging(known, rows).merge(); }

}  // namespace credit::portfolio
