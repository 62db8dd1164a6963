#include "app/seal_certificate.hpp"

#include <fstream>
#include <iterator>

#include "base/log.hpp"
#include "floor/papers/own_certificate.hpp"

namespace app {

std::optional<platform::SealCertificate> seal_certificate(const Configuration& configuration, base::Instant now) {
  const auto& path = configuration.seal_certificate;
  if (path.empty()) {
    if (!configuration.seal_password.empty())
      throw ConfigurationError("seal_password: there is no seal_certificate that it could open");
    return std::nullopt;
  }
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (!file || bytes.empty()) throw ConfigurationError("seal_certificate: " + path.string() + ": cannot be read");
  try {
    auto certificate = papers::read_certificate(bytes, configuration.seal_password, now);
    constexpr auto soon = base::hours(24 * 30);
    if (certificate.until < now + soon)
      base::log(base::Severity::warning, "seal_certificate_ends", {{"until", base::iso_utc(certificate.until)}});
    return certificate;
  } catch (const papers::BadCertificate& bad) {
    throw ConfigurationError("seal_certificate: " + path.string() + ": " + bad.what());
  }
}

}  // namespace app
