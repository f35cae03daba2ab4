# What `cmake --install` puts beside the program, and the Debian package made of it (make package).
include(GNUInstallDirs)
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)  # the program is enough
install(FILES README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR} OPTIONAL)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "the factlint authors")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "check that the numbers, dates and names in documents agree")
set(CPACK_PACKAGE_DESCRIPTION "factlint reads prose and data files, extracts the numbers, dates and names in them, binds them
to rules and reports every place where they contradict each other, with the arithmetic.")
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "git, pre-commit")
include(CPack)
