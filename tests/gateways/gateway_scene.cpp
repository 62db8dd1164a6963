#include "gateways/gateway_scene.hpp"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "floor/documents/documents.hpp"
#include "support/people.hpp"

namespace scene {

std::string asked(const std::string& variable) {
  const char* value = std::getenv(variable.c_str());
  EXPECT_NE(value, nullptr) << variable << " is not set: these tests are run by tests/gateways/run";
  return value == nullptr ? "" : value;
}

std::pair<std::string, std::string> parted(const std::string& variable) {
  const std::string value = asked(variable);
  const auto colon = value.rfind(':');
  return {value.substr(0, colon), value.substr(colon + 1)};
}

std::uint16_t closed_port() {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  EXPECT_EQ(::bind(socket, reinterpret_cast<sockaddr*>(&address), size), 0);
  EXPECT_EQ(::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size), 0);
  ::close(socket);
  return ntohs(address.sin_port);
}

std::int64_t Gateways::attach() {
  const auto owner = support::new_organisation(platform(), {identity::OrganisationKind::broker});
  const std::string sha256(64, 'a');  // the store is not asked to check it
  const auto path = platform().documents.path_of(owner, sha256);
  std::filesystem::create_directories(path.parent_path());
  std::filesystem::copy_file(asked("MANDAT_TEST_FILE"), path, std::filesystem::copy_options::overwrite_existing);
  const documents::Prepared prepared{.sha256 = sha256,
                                     .type = documents::MediaType::pdf,
                                     .size = std::filesystem::file_size(path),
                                     .filename = asked("MANDAT_TEST_FILE_NAME"),
                                     .has_thumbnail = false};
  return act([&](platform::Act& act) {
    return documents::attach(act, prepared, {.owner = owner, .file = {"test.file", 12}, .kind = "quote"}).value;
  });
}

}  // namespace scene
