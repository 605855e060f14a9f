@echo off
rem Starts Sightline from this folder with a JDK or JRE 25 or later.
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA_EXE="
if defined SIGHTLINE_JAVA_HOME set "JAVA_EXE=%SIGHTLINE_JAVA_HOME%\bin\java.exe"
if not defined JAVA_EXE if defined JAVA_HOME findstr /r "^JAVA_VERSION=.2[5-9] ^JAVA_VERSION=.[3-9][0-9]" "%JAVA_HOME%\release" >nul 2>&1 && set "JAVA_EXE=%JAVA_HOME%\bin\java.exe"
if not defined JAVA_EXE for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*") do set "JAVA_EXE=%%~d\bin\java.exe"
if not defined JAVA_EXE set "JAVA_EXE=java"
rem A window wants short pauses for garbage, a command little time for it in all.
set "KIND=command"
if "%~1"=="" set "KIND=window"
if "%~1"=="open" set "KIND=window"
"%JAVA_EXE%" @"%HOME_DIR%\lib\jvm.options" @"%HOME_DIR%\lib\%KIND%.options" --module-path "%HOME_DIR%\javafx" -jar "%HOME_DIR%\lib\sightline.jar" %*
exit /b %ERRORLEVEL%
