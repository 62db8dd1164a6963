#include "desks/credit/permille.hpp"

#include "base/french.hpp"

namespace credit {

int permille(base::Money part, base::Money whole) {
  return whole.cents == 0 ? 0 : static_cast<int>(static_cast<__int128>(part.cents) * 1000 / whole.cents);
}

std::string percent_text(int permille) {
  return base::french::percent(base::Rate{static_cast<std::int64_t>(permille) * 100'000});
}

}  // namespace credit
