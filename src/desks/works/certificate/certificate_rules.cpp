#include "desks/works/certificate/certificate_rules.hpp"

#include <algorithm>

namespace works::certificate {
namespace {

const tradesman::Coverage* covering(base::Day day, std::string_view trade,
                                    const std::vector<tradesman::Coverage>& coverages) {
  const tradesman::Coverage* found = nullptr;
  for (const auto& coverage : coverages) {
    if (coverage.trade != trade || day < coverage.valid_from || day > coverage.valid_until) continue;
    if (found == nullptr || found->valid_from < coverage.valid_from) found = &coverage;
  }
  return found;
}

bool same(const Covering& known, const tradesman::Coverage& coverage) {
  return known.certificate == coverage.certificate && known.valid_from == coverage.valid_from &&
         known.valid_until == coverage.valid_until && known.document == coverage.document;
}

}  // namespace

Cover cover_on(base::Day day, const std::vector<std::string>& trades,
               const std::vector<tradesman::Coverage>& coverages) {
  Cover cover;
  for (const auto& trade : trades) {
    const auto* coverage = covering(day, trade, coverages);
    if (coverage == nullptr) {
      cover.uncovered.push_back(trade);
      continue;
    }
    const auto known = std::find_if(cover.certificates.begin(), cover.certificates.end(),
                                    [&](const Covering& one) { return same(one, *coverage); });
    if (known != cover.certificates.end())
      known->trades.push_back(trade);
    else
      cover.certificates.push_back(
          {coverage->certificate, coverage->valid_from, coverage->valid_until, {trade}, coverage->document});
  }
  return cover;
}

}  // namespace works::certificate
